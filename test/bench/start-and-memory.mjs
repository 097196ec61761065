// Start and memory of the program against the least an Electron program can be.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figure } from '../../scripts/lib/figures.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { say } from '../../scripts/lib/say.mjs';

const RUNS = 5;

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
  const { electronLaunch } = await import('../../scripts/lib/screen.mjs');
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

/** Says time to interactive and memory of both, and their ratios. */
export async function benchStart() {
  const state = mkdtempSync(join(tmpdir(), 'psm-bench-'));
  const ours = [root, '--practice', '--state-folder', state, '--time-factor', 'max'];
  const empty = [join(root, 'test', 'bench', 'empty-window.mjs')];
  /** @type {{ ours: Awaited<ReturnType<typeof startOnce>>[], empty: Awaited<ReturnType<typeof startOnce>>[] }} */
  const seen = { ours: [], empty: [] };
  try {
    for (let index = 0; index <= RUNS; index += 1) {
      const one = await startOnce(empty, (window) => window.getByRole('heading').waitFor());
      const two = await startOnce(ours, (window) =>
        window.getByRole('heading', { name: /^No process server is installed here/ }).waitFor(),
      );
      if (index === 0) continue;
      seen.empty.push(one);
      seen.ours.push(two);
    }
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
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
