import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeHash } from './hashes.mjs';
import { checkoutLock, withLock } from './lock.mjs';
import { outFolder, root } from './paths.mjs';
import { say, secondsSince } from './say.mjs';

/** Everything a build is made from. */
const sources = [
  'contract',
  'main',
  'preload',
  'renderer',
  'practice',
  'resources',
  'electron.vite.config.ts',
  'vite.node.config.ts',
  'package.json',
  'package-lock.json',
  'scripts/lib/build.mjs',
];

/** What a whole build leaves in out/. */
const products = [
  'main/index.js',
  'preload/index.cjs',
  'renderer/index.html',
  'psm/psm.js',
  'psm/step-host.js',
  'resources',
];

const stamp = join(outFolder, 'built-from');

/** Builds the program and psm into out/; does nothing when out/ was built from these sources. */
export async function build() {
  if (isUpToDate()) return;
  await withLock(checkoutLock('build'), async () => {
    if (isUpToDate()) return;
    const startedAt = performance.now();
    // Read before the build, so that a file saved meanwhile makes the next build run again.
    const builtFrom = treeHash(sources);
    rmSync(stamp, { force: true });
    await buildProgram();
    await buildNodePrograms();
    copyResources();
    writeFileSync(stamp, builtFrom);
    say(`Built in ${secondsSince(startedAt)}`);
  });
}

/**
 * Makes ready what `electron-vite dev` does not build itself. The next build starts anew, because
 * the development server writes its own bundles into out/.
 */
export async function prepareDevelopment() {
  rmSync(stamp, { force: true });
  await buildNodePrograms();
  copyResources();
}

/** Builds what runs on plain Node: psm and the step host. */
async function buildNodePrograms() {
  const vite = await import('vite');
  await vite.build({
    root,
    configFile: join(root, 'vite.node.config.ts'),
    logLevel: 'warn',
  });
  // Node reads the bundle as ES modules wherever the folder is put.
  writeFileSync(join(outFolder, 'psm', 'package.json'), '{ "type": "module" }\n');
}

/** Puts resources/ beside the bundles, as it stands beside them in the package. */
function copyResources() {
  const target = join(outFolder, 'resources');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(join(root, 'resources'), target, { recursive: true });
}

async function buildProgram() {
  const { build: buildElectron } = await import('electron-vite');
  const startedIn = process.cwd();
  // electron-vite looks for package.json in the current folder, whatever root says.
  process.chdir(root);
  try {
    await buildElectron({ logLevel: 'warn' });
  } finally {
    process.chdir(startedIn);
  }
}

function isUpToDate() {
  return (
    existsSync(stamp) &&
    products.every((name) => existsSync(join(outFolder, name))) &&
    readFileSync(stamp, 'utf8') === treeHash(sources)
  );
}
