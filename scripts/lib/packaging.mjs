import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { distFolder, root } from './paths.mjs';
import { program, run } from './processes.mjs';
import { Refusal, say } from './say.mjs';
import { fetchWindowsNode } from './windows-node.mjs';

/**
 * @typedef {object} PackageOptions
 * @property {boolean} driveable leaves the inspector on, so that Playwright can drive the package
 */

/**
 * Where a Linux package stands once it is made.
 * @param {PackageOptions} options
 */
export function linuxPackageFolder({ driveable }) {
  return join(distFolder, driveable ? 'driveable' : 'fused', 'linux-unpacked');
}

/**
 * Builds and packs the program into dist/: an unpacked folder for Linux, the NSIS installer for
 * Windows.
 * @param {'linux' | 'windows'} target
 * @param {PackageOptions} options
 */
export async function packageFor(target, options) {
  await build();
  if (target === 'linux') await packLinux(options);
  else await packWindows();
}

/** @param {PackageOptions} options */
async function packLinux(options) {
  const runtime = electronRuntime();
  const folder = linuxPackageFolder(options);
  await electronBuilder([
    '--linux',
    '--dir',
    `-c.electronDist=${runtime.folder}`,
    `-c.electronVersion=${runtime.version}`,
    `-c.electronFuses.enableNodeCliInspectArguments=${options.driveable}`,
    `-c.directories.output=${join(folder, '..')}`,
  ]);
  if (runtime.origin === 'official') return;
  const warning =
    'Made with an Electron that is no official build: for tests on this machine only.';
  writeFileSync(join(folder, 'NOT-FOR-DISTRIBUTION.txt'), `${warning}\n`);
  say(warning);
}

/** The official Electron for Windows is fetched by electron-builder itself; it needs github.com. */
async function packWindows() {
  await fetchWindowsNode();
  await electronBuilder(['--win']);
}

/** @param {string[]} args */
async function electronBuilder(args) {
  const env = { ...process.env };
  // electron-builder would take it for the Electron of every platform.
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  const [file, all] = program('electron-builder', 'electron-builder', [...args, '--publish=never']);
  const code = await run(file, all, { cwd: root, env });
  if (code !== 0)
    throw new Refusal(`Couldn't make the package: see electron-builder's words above.`);
}
