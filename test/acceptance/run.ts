import { mkdirSync, rmSync } from 'node:fs';
import { hostname, release, userInfo, version } from 'node:os';
import { win32 } from 'node:path';
import { detect, PLAIN_LOOK } from '../../main/detection/detect';
import { collect } from '../../main/host/collect';
import type { ServerHost } from '../../main/host/ports';
import { type Bench, commandArguments, countingHost, createBench } from './bench';
import { changes } from './changes';
import type { Comparison } from './comparison';
import { comparisons } from './comparisons';
import { notTold, type Row, told } from './fact';
import { createMask } from './mask';
import { canary } from './one-liners';
import type { Report } from './report';

export interface AcceptanceOptions {
  /** Runs the write half as well. */
  alsoChange: boolean;
  /** Names and addresses are told in full. */
  full: boolean;
  /** Below it the run makes a folder of its own and removes it at its end. */
  scratch: string;
  onRow(row: Row): void;
}

/** A stand-in ends with 0 and says nothing. */
async function powershellAnswers({ processes, places }: ServerHost): Promise<boolean> {
  const { output } = await collect(processes, {
    file: places.powershell,
    args: commandArguments(canary.command),
    cwd: places.system32,
    encoding: 'utf8',
    timeoutSeconds: 120,
  });
  return output.trim() === '2';
}

async function compareOne(
  { group, name, by, compare }: Comparison,
  bench: Bench,
  started: () => number,
): Promise<Row> {
  const begun = performance.now();
  const before = started();
  const cost = () => ({
    seconds: Math.round(performance.now() - begun) / 1000,
    processes: started() - before,
  });
  try {
    const judgement = await compare(bench);
    return { group, name, by, ...judgement, ...cost() };
  } catch (error) {
    // A comparison that breaks is a fault of ours or of this program: it must not pass unseen.
    const reason = error instanceof Error ? error.message : String(error);
    return { group, name, by, verdict: 'differs', ours: '', second: '', reason, ...cost() };
  }
}

const masked = (row: Row, mask: (text: string) => string): Row => ({
  ...row,
  ours: mask(row.ours),
  second: mask(row.second),
  reason: row.reason === null ? null : mask(row.reason),
});

/**
 * Looks at the whole server as the program does, and at every fact once more by another way.
 * Changes nothing outside `scratch`, unless the write half is asked for.
 */
export async function runAcceptance(real: ServerHost, options: AcceptanceOptions): Promise<Report> {
  const { host, started } = countingHost(real);
  const folder = win32.join(options.scratch, `psm-acceptance-${process.pid}`);
  const mask = options.full
    ? (text: string) => text
    : createMask({
        server: hostname(),
        user: userInfo().username,
        domains: [process.env.USERDOMAIN ?? '', process.env.USERDNSDOMAIN ?? ''],
      });
  mkdirSync(folder, { recursive: true });
  try {
    const answers = await powershellAnswers(host);
    const parts = createBench({ host, folder, powershellAnswers: answers });
    const begun = performance.now();
    const before = started();
    const facts = await detect(parts.server, PLAIN_LOOK);
    const detection = {
      ok: facts.ok,
      words: facts.ok ? '' : mask([facts.problem.what, ...facts.problem.toolWords].join(' ')),
      seconds: Math.round(performance.now() - begun) / 1000,
      processes: started() - before,
    };
    const bench: Bench = {
      ...parts,
      facts: facts.ok ? told(facts.value) : notTold('detection failed', !answers),
    };
    const rows: Row[] = [];
    for (const one of [...comparisons, ...(options.alsoChange ? changes : [])]) {
      const row = masked(await compareOne(one, bench, started), mask);
      rows.push(row);
      options.onRow(row);
    }
    return {
      at: new Date().toISOString(),
      machine: mask(hostname()),
      windows: `${version()} (${release()})`,
      node: process.version,
      alsoChanged: options.alsoChange,
      masked: !options.full,
      powershellAnswers: answers,
      detection,
      rows,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 16, retryDelay: 10 });
  }
}
