import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../lock.mjs';
import { cacheFolder } from '../paths.mjs';
import { capture } from '../processes.mjs';
import { say } from '../say.mjs';
import { downloadPackages } from './apt-private.mjs';
import { NotHere } from './not-here.mjs';

/**
 * A Wine with both halves in a folder of its own. Installed side by side, Debian's 32-bit packages
 * can ask for the removal of others; unpacked they disturb nobody.
 */
const packages = ['libwine:amd64', 'libwine:i386', 'wine64:amd64', 'wine32:i386', 'patchelf:amd64'];

/** Wine's own zlib is made from it. */
const zlib = 'libz-mingw-w64';

/** What the 32-bit half loads; without fontconfig it crashes before its first window. */
const libraries = [
  ...['libc6', 'libgcc-s1', 'libunwind8', 'liblzma5', 'zlib1g'],
  ...['libfreetype6', 'libpng16-16', 'libbrotli1', 'libfontconfig1', 'libexpat1'],
  ...['libx11-6', 'libxext6', 'libxcb1', 'libxau6', 'libxdmcp6', 'libbsd0', 'libmd0'],
].map((name) => `${name}:i386`);

const folderOfWine = () => join(cacheFolder(), 'wine', 'wine-32-and-64');

/** @param {string} root */
const modules = (root) => ({
  amd64: join(root, 'usr', 'lib', 'x86_64-linux-gnu', 'wine'),
  i386: join(root, 'usr', 'lib', 'i386-linux-gnu', 'wine'),
});

/**
 * Makes the Wine that also runs 32-bit programs, once for all runs.
 * @returns {Promise<string>} its folder, laid out as the file system's root
 * @throws {NotHere} with the reason why this machine can't have it
 */
export async function ensureWine32() {
  // For a look at what the suite does on a machine that can't have it.
  if (process.env.PSM_WINE === '64') throw new NotHere('PSM_WINE=64 asks for the 64-bit Wine only');
  const folder = folderOfWine();
  return withLock('wine-32-and-64', async () => {
    if (!existsSync(folder)) await make(folder);
    return folder;
  });
}

/** @param {string} folder */
async function make(folder) {
  say('Fetching a Wine that also runs 32-bit programs (200 MB, once)');
  const work = await mkdtemp(join(cacheFolder(), 'wine-32-'));
  try {
    const root = join(work, 'root');
    for (const file of await downloadPackages(work, [...packages, zlib, ...libraries])) {
      await mustWork('dpkg-deb', ['-x', file, root]);
    }
    joinHalves(root);
    await bindLoader(root, folder);
    await rename(root, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Each half finds the modules of the other, as Wine's own layout has them. @param {string} root */
function joinHalves(root) {
  const { amd64, i386 } = modules(root);
  replaceByLink(join(amd64, 'i386-windows'), '../../i386-linux-gnu/wine/i386-windows');
  replaceByLink(join(i386, 'x86_64-windows'), '../../x86_64-linux-gnu/wine/x86_64-windows');
  const mingw = (/** @type {string} */ machine) =>
    join(root, 'usr', `${machine}-w64-mingw32`, 'lib', 'zlib1.dll');
  markBuiltin(mingw('x86_64'), join(amd64, 'x86_64-windows', 'zlib1.dll'));
  markBuiltin(mingw('i686'), join(i386, 'i386-windows', 'zlib1.dll'));
  // Debian's is a script that starts the one below /usr.
  const programs = join(root, 'usr', 'lib', 'wine');
  rmSync(join(programs, 'wineserver'));
  copyFileSync(join(programs, 'wineserver64'), join(programs, 'wineserver'));
}

/**
 * @param {string} path
 * @param {string} target
 */
function replaceByLink(path, target) {
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path);
}

/**
 * Wine takes a DLL from its own folder only when it bears this mark; Debian's package puts it there
 * when it is installed.
 * @param {string} from
 * @param {string} to
 */
function markBuiltin(from, to) {
  const content = readFileSync(from);
  content.fill(0, 64, 96).write('Wine builtin DLL', 64, 'latin1');
  writeFileSync(to, content);
}

/**
 * Lets the 32-bit loader find the C library beside it: the system may have none.
 * @param {string} root where it lies now
 * @param {string} folder where it will
 */
async function bindLoader(root, folder) {
  const libraries = join(folder, 'lib', 'i386-linux-gnu');
  const places = [libraries, join(folder, 'usr', 'lib', 'i386-linux-gnu')].join(':');
  await mustWork(join(root, 'usr', 'bin', 'patchelf'), [
    ...['--set-interpreter', join(libraries, 'ld-linux.so.2')],
    ...['--force-rpath', '--set-rpath', places],
    join(root, 'usr', 'lib', 'wine', 'wine'),
  ]);
}

/**
 * @param {string} file
 * @param {string[]} args
 */
async function mustWork(file, args) {
  const { code, stderr } = await capture(file, args, { timeoutMs: 300_000 });
  if (code !== 0) throw new NotHere(`${file} ended with ${code}: ${stderr.trim()}`);
}
