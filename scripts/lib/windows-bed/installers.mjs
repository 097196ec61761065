import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { treeHash } from '../hashes.mjs';
import { withLock } from '../lock.mjs';
import { fetchPackage } from '../npm-tarball.mjs';
import { cacheFolder, root } from '../paths.mjs';
import { capture } from '../processes.mjs';
import { Refusal, say } from '../say.mjs';
import { NotHere } from './not-here.mjs';
import { startScreen } from './screen.mjs';
import { endWine, whyNo32Bit, wineEnvironment, wineFolder, wineProgram } from './wine.mjs';

/** Inno Setup's compiler as the npm registry carries it. */
const compiler = {
  package: 'innosetup@6.4.1',
  sha256: 'fc36b763a729c8964416552d733f4864ac4a4934d0a6569e20c2feb4c29b9684',
};

const sources = join('test', 'windows', 'installers');
/** The program that every package installs. */
const payload = join('test', 'windows', 'programs', 'tool.c');

/** Real packages of Inno Setup, 32-bit as the vendor's, and the screen they need. @type {import('./parts.mjs').BedPart} */
export const innoInstallers = {
  name: 'innoInstallers',
  debianPackages: ['xvfb'],
  async prepare(folder) {
    const reason = whyNo32Bit();
    if (reason !== null) throw new NotHere(`Inno Setup is 32-bit, and ${reason}`);
    await built('inno', folder, buildInno);
    const stop = await startScreen();
    // A desktop that Wine made before there was a screen would stay without one.
    await endWine();
    const value = { dependencies: 'dependencies.exe', processServer: 'process-server.exe' };
    return { value, stop };
  },
};

/** Real packages for Windows Installer. @type {import('./parts.mjs').BedPart} */
export const msiPackages = {
  name: 'msiPackages',
  debianPackages: ['wixl', 'msitools'],
  async prepare(folder) {
    await built('msi', folder, buildMsi);
    return { value: { agent: 'agent.msi', masterTarget: 'master-target.msi' } };
  },
};

/**
 * Builds packages once for each state of their sources, and copies them into the bed.
 * @param {string} kind
 * @param {string} folder the bed
 * @param {(work: string) => Promise<void>} build fills an empty folder; `tool.exe` lies in it
 */
async function built(kind, folder, build) {
  const self = join('scripts', 'lib', 'windows-bed', 'installers.mjs');
  const kept = join(wineFolder(), 'installers', kind, treeHash([sources, payload, self]));
  await withLock(`wine-installers-${kind}`, async () => {
    if (!existsSync(kept)) {
      await rm(join(kept, '..'), { recursive: true, force: true });
      mkdirSync(join(kept, '..'), { recursive: true });
      const work = await mkdtemp(join(cacheFolder(), 'installers-'));
      try {
        cpSync(join(root, sources), work, { recursive: true });
        copyFileSync(join(folder, 'programs', 'tool.exe'), join(work, 'tool.exe'));
        await build(work);
        await rename(work, kept);
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    }
    for (const name of readdirSync(kept).filter(
      (entry) => /\.(exe|msi)$/.test(entry) && entry !== 'tool.exe',
    )) {
      await cp(join(kept, name), join(folder, 'installers', name));
    }
  });
}

/** @param {string} path as Wine shows it */
const inside = (path) => `Z:${path.replaceAll('/', '\\')}`;

/** @param {string} work */
async function buildInno(work) {
  const iscc = join(await innoCompiler(), 'bin', 'ISCC.exe');
  for (const name of ['dependencies', 'process-server']) {
    const tool = inside(join(work, 'tool.exe'));
    const source = inside(join(work, `${name}.iss`));
    const log = join(work, `${name}.log`);
    const output = openSync(log, 'w');
    const args = [inside(iscc), '/Q', `/DProgram=${tool}`, `/O${inside(work)}`, source];
    // Its first start brings up servants of Wine that would hold a pipe open for some seconds.
    const child = spawn(wineProgram() ?? '', args, {
      cwd: work,
      env: wineEnvironment(),
      stdio: ['ignore', output, output],
      timeout: 120_000,
    });
    const [code] = await once(child, 'exit');
    closeSync(output);
    if (code === 0 && existsSync(join(work, `${name}.exe`))) continue;
    throw new Refusal(`ISCC ended with ${code} for ${name}.iss:\n${readFileSync(log, 'utf8')}`);
  }
}

/** @returns {Promise<string>} the package's folder */
async function innoCompiler() {
  const folder = join(wineFolder(), compiler.package.replace('@', '-'));
  if (existsSync(folder)) return folder;
  say(`Fetching the compiler of Inno Setup (npm package ${compiler.package})`);
  const work = await mkdtemp(join(cacheFolder(), 'innosetup-'));
  try {
    await rename(await fetchPackage(compiler, work), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

/** What wixl does not know: a wish to restart and a failure, each for those who ask for it. */
const asked = [
  'INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) ' +
    "VALUES ('ScheduleReboot', 'PSMRESTART=1', 6550)",
  'INSERT INTO `CustomAction` (`Action`, `Type`, `Target`) ' +
    "VALUES ('PsmFail', 19, 'This installation was asked to fail.')",
  'INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) ' +
    "VALUES ('PsmFail', 'PSMFAIL=1', 4500)",
];

/** @param {string} work */
async function buildMsi(work) {
  for (const [name, machine] of [
    ['agent', 'x64'],
    ['master-target', 'x86'],
  ]) {
    await mustWork(work, 'wixl', ['-a', `${machine}`, '-o', `${name}.msi`, `${name}.wxs`]);
    await mustWork(work, 'msibuild', [`${name}.msi`, ...asked.flatMap((query) => ['-q', query])]);
  }
}

/**
 * @param {string} cwd
 * @param {string} file
 * @param {string[]} args
 */
async function mustWork(cwd, file, args) {
  const { code, stderr } = await capture(file, args, { cwd, timeoutMs: 60_000 });
  if (code !== 0) throw new Refusal(`${file} ended with ${code}: ${stderr.trim()}`);
}
