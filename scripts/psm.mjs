#!/usr/bin/env node
// `npx psm` from a clone: sets up and builds when needed, with every word of that on standard
// error, then runs psm with the same arguments, input, output and exit code.
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { outFolder } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup(['packages']);
  await build();
  const psm = join(outFolder, 'psm', 'psm.js');
  return run(process.execPath, [psm, ...process.argv.slice(2)], { cwd: process.cwd() });
});
