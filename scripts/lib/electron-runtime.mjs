import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fallbackFolder } from './electron-fallback.mjs';
import { root } from './paths.mjs';
import { Refusal } from './say.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} folder holds the program and its libraries
 * @property {string} path the program
 * @property {string} version for example "33.4.11"
 * @property {'override' | 'official' | 'fallback'} origin
 */

const programNames = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const programName = Reflect.get(programNames, process.platform) ?? 'electron';

/**
 * The Electron that is ready on this machine; fetches nothing.
 * Order: the folder ELECTRON_OVERRIDE_DIST_PATH names, the official build, the fallback build.
 * @returns {ElectronRuntime | undefined}
 * @throws {Refusal} when ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron
 */
export function findElectronRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const runtime = runtimeIn(resolve(override), 'override');
    if (runtime) return runtime;
    throw new Refusal(`ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${override}`);
  }
  return officialRuntime() ?? runtimeIn(fallbackFolder(), 'fallback');
}

/**
 * The Electron every script and test uses.
 * @returns {ElectronRuntime}
 * @throws {Refusal} when none is set up yet
 */
export function electronRuntime() {
  const runtime = findElectronRuntime();
  if (runtime) return runtime;
  throw new Refusal('Electron is not set up yet. Run: node scripts/setup.mjs');
}

/**
 * @param {ElectronRuntime} runtime
 * @returns {string} one line that says which Electron this is
 */
export function describeRuntime(runtime) {
  const origins = {
    override: 'the build ELECTRON_OVERRIDE_DIST_PATH names',
    official: 'official build',
    fallback: 'fallback build, for development only',
  };
  return `Electron ${runtime.version} (${origins[runtime.origin]}): ${runtime.folder}`;
}

function officialRuntime() {
  const folder = join(root, 'node_modules', 'electron');
  // Electron's own installer writes this file last.
  if (!existsSync(join(folder, 'path.txt'))) return undefined;
  return runtimeIn(join(folder, 'dist'), 'official');
}

/**
 * @param {string} folder
 * @param {ElectronRuntime['origin']} origin
 * @returns {ElectronRuntime | undefined}
 */
function runtimeIn(folder, origin) {
  const path = join(folder, programName);
  const versionFile = join(folder, 'version');
  if (!existsSync(path) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return { folder, path, version, origin };
}
