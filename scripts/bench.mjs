// Prints figures and ratios, judges nothing: start and memory against an empty window, the
// engine's own time a step, a whole set-up without waiting.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from './lib/build.mjs';
import { outFolder, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runScript, say } from './lib/say.mjs';
import { isHeadless, withScreen } from './lib/screen.mjs';
import { setup } from './setup.mjs';

const RUNS = 5;

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @param {string} label @param {number[]} values @param {string} unit */
function figure(label, values, unit) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  say(`${label}: ${median(values).toFixed(1)} ${unit} (${low.toFixed(1)} to ${high.toFixed(1)})`);
  return median(values);
}

/** Proportional memory of a process and all below it, in MB. @param {number} pid @returns {number} */
function memoryOf(pid) {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return (
          readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(pid)
        );
      } catch {
        return false;
      }
    });
  let own = 0;
  try {
    own = Number(
      /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0,
    );
  } catch {
    // The process ended meanwhile.
  }
  return own / 1024 + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
}

/** @param {string[]} args @param {(window: import('@playwright/test').Page) => Promise<unknown>} ready */
async function startOnce(args, ready) {
  const { _electron } = await import('@playwright/test');
  const { electronLaunch } = await import('./lib/screen.mjs');
  const { path, args: switches, env } = electronLaunch();
  const begun = performance.now();
  const electron = await _electron.launch({
    executablePath: path,
    args: [...switches, ...args],
    env,
  });
  const window = await electron.firstWindow();
  await ready(window);
  const milliseconds = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const memory = memoryOf(electron.process().pid ?? 0);
  await electron.close();
  return { milliseconds, memory };
}

async function benchWindow() {
  const state = mkdtempSync(join(tmpdir(), 'psm-bench-'));
  const ours = [root, '--practice', '--state-folder', state, '--time-factor', 'max'];
  const empty = [join(root, 'test', 'bench', 'empty-window.mjs')];
  /** @type {{ ours: Awaited<ReturnType<typeof startOnce>>[], empty: Awaited<ReturnType<typeof startOnce>>[] }} */
  const seen = { ours: [], empty: [] };
  for (let index = 0; index <= RUNS; index += 1) {
    const one = await startOnce(empty, (window) => window.getByRole('heading').waitFor());
    const two = await startOnce(ours, (window) =>
      window.getByRole('heading', { level: 1 }).waitFor(),
    );
    if (index === 0) continue;
    seen.empty.push(one);
    seen.ours.push(two);
  }
  rmSync(state, { recursive: true, force: true });
  for (const [key, label, unit] of /** @type {const} */ ([
    ['milliseconds', 'Start to interactive', 'ms'],
    ['memory', 'Memory (proportional, all processes)', 'MB'],
  ])) {
    const base = figure(
      `${label}, empty window`,
      seen.empty.map((one) => one[key]),
      unit,
    );
    const own = figure(
      `${label}, this program`,
      seen.ours.map((one) => one[key]),
      unit,
    );
    say(`${label}, ratio: ${(own / base).toFixed(2)}`);
  }
}

async function benchEngine() {
  const { runnerImport } = await import('vite');
  /** @type {{ module: { engineOverhead(): Promise<number> } }} */
  const { module } = await runnerImport(join(root, 'test', 'bench', 'engine-overhead.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  /** @type {number[]} */
  const values = [];
  for (let index = 0; index < RUNS; index += 1) values.push(await module.engineOverhead());
  figure('Engine overhead a step', values, 'ms');
}

async function benchSetUp() {
  const psm = join(outFolder, 'psm', 'psm.js');
  /** @type {number[]} */
  const values = [];
  for (let index = 0; index < 3; index += 1) {
    const state = mkdtempSync(join(tmpdir(), 'psm-bench-'));
    const common = ['--practice', 'fresh-vmware', '--time-factor', 'max', '--state-folder', state];
    const begun = performance.now();
    await promisify(execFile)(process.execPath, [
      psm,
      ...['apply', 'set-up', '--yes', ...common],
      ...['--answers', join(root, 'docs', 'examples', 'set-up.json')],
      ...['--secret', `passphrase=@${join(root, 'docs', 'examples', 'practice-passphrase.txt')}`],
    ]);
    values.push((performance.now() - begun) / 1000);
    rmSync(state, { recursive: true, force: true });
  }
  figure('Whole set-up by psm, no waiting', values, 's');
}

await runScript(async () => {
  await setup();
  await build();
  if (isHeadless()) {
    return run(
      ...withScreen([
        process.execPath,
        [join(root, 'scripts', 'bench.mjs'), ...process.argv.slice(2)],
      ]),
    );
  }
  await benchEngine();
  await benchSetUp();
  await benchWindow();
  return 0;
});
