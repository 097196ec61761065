#!/usr/bin/env node
// Makes a fresh clone ready. Each step says on one line what it does and nothing when it is done
// already. Plain JavaScript with nothing but Node's own modules: it runs before `npm ci` did.
import { pathToFileURL } from 'node:url';
import { describeRuntime, electronRuntime } from './lib/electron-runtime.mjs';
import { ensureElectron } from './lib/electron-setup.mjs';
import { ensureNodeModules } from './lib/node-modules.mjs';
import { Refusal, runScript, say } from './lib/say.mjs';
import { ensureSystemLibraries } from './lib/system-libraries.mjs';

export { electronRuntime };

const steps = {
  packages: ensureNodeModules,
  system: ensureSystemLibraries,
  electron: ensureElectron,
};

/** @typedef {keyof typeof steps} Step */

/**
 * Runs the named set-up steps, all of them when none is named.
 * @param {Step[]} [names]
 */
export async function setup(names = ['packages', 'system', 'electron']) {
  refuseOldNode();
  for (const name of names) await steps[name]();
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 18)) return;
  throw new Refusal(`Node 20.18 or newer is needed, this is ${process.versions.node}.`);
}

/** @param {string[]} args */
async function main(args) {
  const names = args.filter((arg) => arg in steps);
  await setup(names.length > 0 ? /** @type {Step[]} */ (names) : undefined);
  if (names.length === 0) say(`Ready. ${describeRuntime(electronRuntime())}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(() => main(process.argv.slice(2)));
}
