import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeHash } from './hashes.mjs';
import { checkoutLock, withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { npm, run } from './processes.mjs';
import { Refusal, say } from './say.mjs';

const stamp = join(root, 'node_modules', '.cache', 'installed-lockfile');

/** Installs the packages of package-lock.json when they are missing or the file has changed. */
export async function ensureNodeModules() {
  if (isStamped()) return;
  await withLock(checkoutLock('packages'), async () => {
    if (isStamped()) return;
    if (!isInstalled()) await install();
    mkdirSync(join(stamp, '..'), { recursive: true });
    writeFileSync(stamp, lockfileHash());
  });
}

function isStamped() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash();
}

function lockfileHash() {
  return treeHash(['package-lock.json']);
}

async function install() {
  say('Installing the npm packages (about 40 seconds)');
  // No package's install script is run: none is needed, and Electron is fetched by its own step.
  const code = await run(...npm(['ci', '--ignore-scripts', '--loglevel=error']), {
    output: 'stderr',
  });
  if (code !== 0) throw new Refusal("Couldn't install the npm packages: see npm's words above.");
}

/** True when `npm install` by hand already left exactly what package-lock.json asks for. */
function isInstalled() {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const found = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || found[path]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
