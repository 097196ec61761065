import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything the build makes; ignored by git. */
export const outFolder = join(root, 'out');

/** What the test runners write: results as JSON, traces, pictures of failures. */
export const reportsFolder = join(outFolder, 'reports');

/** Packages made by `npm run package`; ignored by git. */
export const distFolder = join(root, 'dist');

/**
 * The user's folder for what is fetched once and shared by every clone.
 * XDG_CACHE_HOME is honoured everywhere so that a test can set up from nothing.
 */
export function cacheFolder() {
  const name = 'process-server-manager';
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, name);
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) {
    return join(process.env.LOCALAPPDATA, name, 'Cache');
  }
  return join(homedir(), '.cache', name);
}
