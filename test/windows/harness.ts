import { writeFileSync } from 'node:fs';

export interface Case {
  name: string;
  run(): Promise<void>;
  /** A minute where nothing is said. */
  limitSeconds?: number;
}

/** Thrown by a case that this Wine can't show: what it lacks, in words. */
export class NotHere extends Error {}

export interface CaseResult {
  name: string;
  verdict: 'passed' | 'failed' | 'notRun';
  milliseconds: number;
  words: string | null;
}

const CASE_LIMIT_SECONDS = 60;

function withLimit(work: Promise<void>, seconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Not over within ${seconds} s.`)),
      seconds * 1000,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function runCase({
  name,
  run,
  limitSeconds = CASE_LIMIT_SECONDS,
}: Case): Promise<CaseResult> {
  const begun = performance.now();
  const result = (verdict: CaseResult['verdict'], words: string | null): CaseResult => ({
    name,
    verdict,
    milliseconds: Math.round(performance.now() - begun),
    words,
  });
  try {
    await withLimit(run(), limitSeconds);
    return result('passed', null);
  } catch (error) {
    if (error instanceof NotHere) return result('notRun', error.message);
    return result('failed', error instanceof Error ? (error.stack ?? error.message) : `${error}`);
  }
}

function tapLine({ name, verdict, milliseconds, words }: CaseResult, number: number): string {
  switch (verdict) {
    case 'passed':
      return `ok ${number} - ${name} # ${milliseconds} ms`;
    case 'notRun':
      return `ok ${number} - ${name} # SKIP ${words}`;
    case 'failed':
      return `not ok ${number} - ${name} # ${milliseconds} ms\n${words?.replace(/^/gm, '  # ')}`;
  }
}

/**
 * Runs the cases one after another and prints a TAP line each; the results also go to a JSON file.
 * Returns how many failed.
 */
export async function runCases(cases: readonly Case[], resultFile: string): Promise<number> {
  const results: CaseResult[] = [];
  console.log(`1..${cases.length}`);
  for (const one of cases) {
    const result = await runCase(one);
    results.push(result);
    console.log(tapLine(result, results.length));
    // Kept after every case, so that a run that hangs or crashes still tells how far it came.
    writeFileSync(resultFile, JSON.stringify(results));
  }
  return results.filter(({ verdict }) => verdict === 'failed').length;
}
