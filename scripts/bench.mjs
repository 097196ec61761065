// Prints figures and ratios, judges nothing: the engine's own time a step, a whole set-up without
// waiting, a look at the whole server, hashing and downloading against the system's tools, start and memory against an empty
// window, first paint and input delay of every page. All that it writes is removed.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from './lib/build.mjs';
import { figure, median } from './lib/figures.mjs';
import { outFolder, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runScript, say, secondsSince } from './lib/say.mjs';
import { isHeadless, withScreen } from './lib/screen.mjs';
import { setup } from './setup.mjs';

const RUNS = 5;
const FILE_RUNS = 3;
const HASH_MB = 512;
const DOWNLOAD_MB = 256;

const execute = promisify(execFile);
const bench = join(root, 'test', 'bench');

/** @template T @param {(folder: string) => Promise<T>} work */
async function inTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'psm-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

/** Seconds of the system's own tool. @param {string} file @param {string[]} args */
async function secondsOf(file, args) {
  const begun = performance.now();
  await execute(file, args);
  return (performance.now() - begun) / 1000;
}

/** A module of TypeScript, as Vite reads it. @param {string} name */
async function imported(name) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(bench, name), {
    configFile: false,
    logLevel: 'error',
  });
  return module;
}

async function benchEngine() {
  /** @type {typeof import('../test/bench/engine-overhead')} */
  const { engineOverhead } = await imported('engine-overhead.ts');
  /** @type {number[]} */
  const values = [];
  for (let index = 0; index < RUNS; index += 1) values.push(await engineOverhead());
  figure('Engine overhead a step', values, 'ms');
}

async function benchSetUp() {
  const psm = join(outFolder, 'psm', 'psm.js');
  /** @type {number[]} */
  const values = [];
  for (let index = 0; index < 3; index += 1) {
    await inTemporaryFolder(async (state) => {
      const common = ['--practice', 'fresh-vmware', '--time-factor', 'max'];
      const seconds = await secondsOf(process.execPath, [
        ...[psm, 'apply', 'set-up', '--yes', ...common, '--state-folder', state],
        ...['--answers', join(root, 'docs', 'examples', 'set-up.json')],
        ...['--secret', `passphrase=@${join(root, 'docs', 'examples', 'practice-passphrase.txt')}`],
      ]);
      values.push(seconds);
    });
  }
  figure('Whole set-up by psm, no waiting', values, 's');
}

async function benchDetection() {
  /** @type {typeof import('../test/support/detect-once')} */
  const { detectOnce } = await imported('../support/detect-once.ts');
  for (const scenario of ['fresh-vmware', 'already-installed']) {
    /** @type {number[]} */
    const seconds = [];
    let programs = 0;
    for (let index = 0; index < RUNS; index += 1) {
      const look = await detectOnce(scenario);
      seconds.push(look.seconds);
      programs = look.programs.length;
    }
    say(`A look at the whole server (${scenario}): ${programs} programs started, goal 12 at most`);
    figure('  its time on the practice server, where a program takes none', seconds, 's');
  }
}

/** @param {string} folder */
async function benchThroughput(folder) {
  /** @type {typeof import('../test/bench/throughput')} */
  const { makeFile, hashSeconds, downloadOnce } = await imported('throughput.ts');
  const path = join(folder, 'hash.bin');
  await makeFile(path, HASH_MB);
  /** @type {{ ours: number[], theirs: number[] }} */
  const hash = { ours: [], theirs: [] };
  for (let index = 0; index < FILE_RUNS; index += 1) {
    hash.theirs.push(HASH_MB / (await secondsOf('sha256sum', [path])));
    hash.ours.push(HASH_MB / (await hashSeconds(path)));
  }
  rmSync(path);
  const theirs = figure(`SHA-256 of ${HASH_MB} MB, sha256sum`, hash.theirs, 'MB/s');
  const ours = figure(`SHA-256 of ${HASH_MB} MB, main/host`, hash.ours, 'MB/s');
  say(`SHA-256, ratio of speeds, main/host to sha256sum: ${(ours / theirs).toFixed(2)}`);

  say('Download: the practice server plays the internet, as the real script needs Windows.');
  const downloaded = join(folder, 'downloaded.exe');
  const copy = join(folder, 'copy.exe');
  /** @type {{ engine: number[], madeUp: number[], copied: number[] }} */
  const speeds = { engine: [], madeUp: [], copied: [] };
  for (let index = 0; index < FILE_RUNS; index += 1) {
    const { bytes, seconds, madeUpSeconds } = await downloadOnce(DOWNLOAD_MB, downloaded);
    const megabytes = bytes / 1024 / 1024;
    speeds.engine.push(megabytes / seconds);
    speeds.madeUp.push(megabytes / madeUpSeconds);
    speeds.copied.push(megabytes / (await secondsOf('cp', ['--reflink=never', downloaded, copy])));
    rmSync(copy);
  }
  const size = `${DOWNLOAD_MB} MB`;
  const fetched = figure(`Download of ${size} and its SHA-256, engine`, speeds.engine, 'MB/s');
  figure(`  most of it is the practice server, making ${size} up alone`, speeds.madeUp, 'MB/s');
  const copied = figure(`Copy of the same file, cp`, speeds.copied, 'MB/s');
  say(`Download, ratio of speeds, engine to cp: ${(fetched / copied).toFixed(2)}`);
}

async function benchPagesOfWindow() {
  const { benchPages } = await import('../test/bench/pages.mjs');
  const { paints, delays } = await inTemporaryFolder(benchPages);
  say('First paint of each page, from key or click until the frame with its heading is out');
  say('(two frames at least, of 16.7 ms each at 60 a second):');
  for (const [page, values] of paints) figure(`  ${page}`, values, 'ms');
  say('Input delay, from a key to the frame with the new value, 40 keys in each field:');
  for (const [field, values] of delays) {
    const worst = Math.max(...values);
    say(`  ${field}: ${median(values).toFixed(1)} ms, worst ${worst.toFixed(1)} ms`);
  }
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
  const begun = performance.now();
  const { benchStart } = await import('../test/bench/start-and-memory.mjs');
  await benchEngine();
  await benchSetUp();
  await benchDetection();
  await inTemporaryFolder(benchThroughput);
  await benchStart();
  await benchPagesOfWindow();
  say(`All of it in ${secondsSince(begun)}`);
  return 0;
});
