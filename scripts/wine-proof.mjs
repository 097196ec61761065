// Proves under Wine, on a real win32, that the ports of main/host keep what they promise there.
//   npm run proof:wine
//   npm run proof:wine -- "registry:"     only the cases with these words in their name
// Exit code: 0 all passed, 1 some failed, 3 not run because there is no Wine to be had.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lib/lock.mjs';
import { reportsFolder } from './lib/paths.mjs';
import { Refusal, runScript, say, secondsSince } from './lib/say.mjs';
import { endWine, wineEnvironment, wineProgram } from './lib/wine.mjs';
import { bed, makeBed } from './lib/wine-bed.mjs';
import { setup } from './setup.mjs';

const NOT_RUN = 3;
const LIMIT_MS = 600_000;

/** @typedef {{ name: string, verdict: 'passed' | 'failed' | 'notRun' }} CaseResult */

await runScript(async () => {
  await setup(['packages']);
  return withLock('wine', async () => {
    const startedAt = performance.now();
    try {
      const versions = await makeBed();
      say(`Bed ready in ${secondsSince(startedAt)}: ${versions.join(', ')}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const [reason, ...details] = error.message.split('\n');
      if (details.length > 0) say(details.join('\n'));
      console.log(`not run: ${reason}`);
      return NOT_RUN;
    }
    try {
      return await prove(process.argv.slice(2));
    } finally {
      await endWine();
    }
  });
});

/** @param {string[]} args */
async function prove(args) {
  mkdirSync(reportsFolder, { recursive: true });
  const results = join(bed.folder(), 'results.json');
  const log = join(reportsFolder, 'wine-proof.tap');
  // Under Wine, node.exe can't write to a pipe of Linux.
  const output = openSync(log, 'w');
  const inside = [`${bed.inside}\\out\\psm\\proof.js`, `${bed.inside}\\results.json`, ...args];
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
  const notRun = cases.filter(({ verdict }) => verdict === 'notRun').length;
  const failed = planned - passed - notRun;
  if (cases.length < planned) say(`The proof ended early, with ${code}: see ${log}`);
  if (planned === 0) say('No case has these words in its name.');
  if (notRun > 0) console.log(`${notRun} not run: this Wine lacks what they need`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && planned > 0 ? 0 : 1;
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
