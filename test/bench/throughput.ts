import { open, writeFile } from 'node:fs/promises';
import { createWindowsFiles } from '../../main/host/windows-files';
import { downloadContent, downloadSchema } from '../../practice/world/downloads';
import { openPracticeApplication } from '../support/practice-application';
import { proposePlan } from '../support/run-procedure';
import { applySteps } from './apply-steps';

const MEGABYTE = 1024 * 1024;
const LINK = 'https://download.microsoft.com/download/bench/setup.exe';

const secondsSince = (begun: number) => (performance.now() - begun) / 1000;

/** Writes a file that is the same each time and does not compress to nothing. */
export async function makeFile(path: string, megabytes: number): Promise<void> {
  const piece = Buffer.alloc(MEGABYTE);
  for (let index = 0; index < piece.length; index += 1) piece[index] = (index * 31) >> 3;
  const file = await open(path, 'w');
  try {
    for (let index = 0; index < megabytes; index += 1) await file.write(piece);
  } finally {
    await file.close();
  }
}

/** Seconds that the program on a real server needs for the SHA-256 of a file. */
export async function hashSeconds(path: string): Promise<number> {
  const begun = performance.now();
  await createWindowsFiles().sha256(path);
  return secondsSince(begun);
}

export interface DownloadFigures {
  /** Bytes of the file. */
  bytes: number;
  /** The step as a whole: request, pieces, progress, journal, SHA-256, name and record. */
  seconds: number;
  /** What the practice server alone needed to make the file up. */
  madeUpSeconds: number;
}

/**
 * Downloads once with the engine's own step. The practice server plays the internet, because the
 * script that fetches needs Windows.
 * @param keepAt where the file is put afterwards, to be compared with
 */
export async function downloadOnce(megabytes: number, keepAt: string): Promise<DownloadFigures> {
  const file = { version: '9.55.6765.1', sizeMb: megabytes };
  const practice = await openPracticeApplication({
    downloads: [{ address: LINK, file, speedMbPerSecond: 8 }],
  });
  try {
    const answers = { source: 'link', link: LINK, proxyMode: 'direct' };
    const { steps } = (await proposePlan(practice.application, 'download', answers)).body;
    const step = steps.find(({ action }) => action.kind === 'download');
    if (step?.action.kind !== 'download') throw new Error('The plan downloads nothing.');
    await applySteps(practice.application, steps.slice(0, steps.indexOf(step)));
    const seconds = await applySteps(practice.application, [step]);
    await writeFile(keepAt, await practice.practice.files.read(step.action.path));
    const begun = performance.now();
    const offered = downloadSchema.parse({ address: LINK, file }).file;
    const bytes = offered ? downloadContent(offered).length : 0;
    return { bytes, seconds, madeUpSeconds: secondsSince(begun) };
  } finally {
    practice.remove();
  }
}
