import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../lock.mjs';
import { reportsFolder } from '../paths.mjs';
import { say, secondsSince } from '../say.mjs';
import { bed, makeBed } from './index.mjs';
import { inOwnNetwork, whyNoOwnNetwork } from './own-network.mjs';
import { stopParts } from './parts.mjs';
import { brokenClaims } from './proof-check.mjs';
import { bedName, endWine, wineEnvironment, wineProgram } from './wine.mjs';

const LIMIT_MS = 1_200_000;
/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** @typedef {{ name: string, verdict: 'passed' | 'failed' | 'notRun', words: string | null }} CaseResult */
/** @typedef {import('../parts.mjs').Outcome} Outcome */
/** @typedef {Outcome & { cases: CaseResult[] }} RunOutcome */

/**
 * Makes the bed and runs the cases in it: most of them on this machine's network, the set-up in one
 * of its own.
 * @param {string[]} words that the names of the cases must have
 * @returns {Promise<Outcome>}
 * @throws {import('../say.mjs').Refusal} when the bed can't be made on this machine
 */
export function testWindows(words) {
  return withLock(`wine-${bedName()}`, () => endingAll(() => runAll(words)));
}

/**
 * Ends everything that was started for the bed after the work, and when somebody cancels it.
 * @template T @param {() => Promise<T>} work
 */
async function endingAll(work) {
  const end = async () => {
    await stopParts();
    await endWine();
  };
  /** @param {NodeJS.Signals} signal */
  const cancelled = (signal) => {
    void end().finally(() => process.exit(128 + constants.signals[signal]));
  };
  for (const signal of SIGNALS) process.once(signal, cancelled);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, cancelled);
    await end();
  }
}

/** @param {string[]} words @returns {Promise<Outcome>} */
async function runAll(words) {
  const startedAt = performance.now();
  const versions = await makeBed();
  say(`Bed ready in ${secondsSince(startedAt)}: ${versions.join(', ')}`);
  const shared = await runCases('shared', words, (command) => command);
  await stopParts();
  // Wine's own server opens the sockets, so it has to be started in the other network too.
  await endWine();
  const hasOwn = (await whyNoOwnNetwork()) === null;
  const own = await runCases('own', words, ([file, args]) =>
    hasOwn ? inOwnNetwork([file, ...args]) : [file, args],
  );
  const broken = words.length > 0 ? 0 : await brokenClaims([...shared.cases, ...own.cases]);
  const { ok, passed, failed } = sum(shared, own);
  return { ok: ok && broken === 0, passed, failed: failed + broken };
}

/** @param {Outcome} one @param {Outcome} other @returns {Outcome} */
const sum = (one, other) => {
  const passed = one.passed + other.passed;
  const failed = one.failed + other.failed;
  if (passed + failed === 0) say('No case has these words in its name, or none could run.');
  return { ok: one.ok && other.ok && passed > 0, passed, failed };
};

/**
 * @param {'shared' | 'own'} network the cases that want this network
 * @param {string[]} words
 * @param {(command: [string, string[]]) => [string, string[]]} enter puts a command into it
 * @returns {Promise<RunOutcome>}
 */
async function runCases(network, words, enter) {
  mkdirSync(reportsFolder, { recursive: true });
  const results = `results-${network}.json`;
  const log = join(reportsFolder, `windows-${bedName()}-${network}.tap`);
  // Under Wine, node.exe can't write to a pipe of Linux.
  const output = openSync(log, 'w');
  const inside = [`${bed.inside}\\out\\psm\\main.js`, `${bed.inside}\\${results}`, network];
  const [file, args] = enter([
    wineProgram() ?? '',
    [`${bed.inside}\\node.exe`, ...inside, ...words],
  ]);
  const child = spawn(file, args, {
    cwd: bed.folder(),
    env: wineEnvironment(),
    stdio: ['ignore', output, output],
    timeout: LIMIT_MS,
  });
  const stopShowing = show(log);
  const [code] = await once(child, 'exit');
  closeSync(output);
  stopShowing();
  const cases = readResults(join(bed.folder(), results));
  const planned = Number(/^1\.\.(\d+)/m.exec(readFileSync(log, 'utf8'))?.[1] ?? 1);
  const passed = cases.filter(({ verdict }) => verdict === 'passed').length;
  const notRun = cases.filter(({ verdict }) => verdict === 'notRun');
  const failed = planned - passed - notRun.length;
  if (cases.length < planned) say(`The suite ended early, with ${code}: see ${log}`);
  for (const { name, words: why } of notRun) say(`not run: ${name}: ${why}`);
  return { ok: failed === 0, passed, failed, cases };
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
