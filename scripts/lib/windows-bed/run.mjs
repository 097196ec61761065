import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../lock.mjs';
import { reportsFolder } from '../paths.mjs';
import { say, secondsSince } from '../say.mjs';
import { bed, makeBed } from './index.mjs';
import { bedName, endWine, wineEnvironment, wineProgram } from './wine.mjs';

const LIMIT_MS = 1_200_000;

/** @typedef {{ name: string, verdict: 'passed' | 'failed' | 'notRun', words: string | null }} CaseResult */

/**
 * Makes the bed and runs the cases in it.
 * @param {string[]} args words that the names of the cases must have
 * @returns {Promise<import('../parts.mjs').Outcome>}
 * @throws {import('../say.mjs').Refusal} when the bed can't be made on this machine
 */
export function testWindows(args) {
  return withLock(`wine-${bedName()}`, async () => {
    const startedAt = performance.now();
    const { versions, stop } = await makeBed();
    say(`Bed ready in ${secondsSince(startedAt)}: ${versions.join(', ')}`);
    try {
      return await runCases(args);
    } finally {
      await stop();
      await endWine();
    }
  });
}

/**
 * @param {string[]} args
 * @returns {Promise<import('../parts.mjs').Outcome>}
 */
async function runCases(args) {
  mkdirSync(reportsFolder, { recursive: true });
  const results = join(bed.folder(), 'results.json');
  const log = join(reportsFolder, `windows-${bedName()}.tap`);
  // Under Wine, node.exe can't write to a pipe of Linux.
  const output = openSync(log, 'w');
  const inside = [`${bed.inside}\\out\\psm\\main.js`, `${bed.inside}\\results.json`, ...args];
  const child = spawn(wineProgram() ?? '', [`${bed.inside}\\node.exe`, ...inside], {
    cwd: bed.folder(),
    env: wineEnvironment(),
    stdio: ['ignore', output, output],
    timeout: LIMIT_MS,
  });
  const stopShowing = show(log);
  const [code] = await once(child, 'exit');
  closeSync(output);
  stopShowing();
  const cases = readResults(results);
  const planned = Number(/^1\.\.(\d+)/m.exec(readFileSync(log, 'utf8'))?.[1] ?? 1);
  const passed = cases.filter(({ verdict }) => verdict === 'passed').length;
  const notRun = cases.filter(({ verdict }) => verdict === 'notRun');
  const failed = planned - passed - notRun.length;
  if (cases.length < planned) say(`The suite ended early, with ${code}: see ${log}`);
  if (planned === 0) say('No case has these words in its name.');
  for (const { name, words } of notRun) say(`not run: ${name}: ${words}`);
  return { ok: failed === 0 && planned > 0, passed, failed };
}

/** @param {string} file @returns {CaseResult[]} */
function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}

/** Prints what is added to a file; the returned function prints the rest and stops. @param {string} file */
function show(file) {
  let shown = 0;
  const print = () => {
    const text = readFileSync(file);
    process.stdout.write(text.subarray(shown));
    shown = text.length;
  };
  const timer = setInterval(print, 300);
  return () => {
    clearInterval(timer);
    print();
  };
}
