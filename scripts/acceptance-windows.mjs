// For those who have a real Windows: looks at it as the program does, compares every fact with a
// second source and writes a report into out/reports. Not run on a real Windows Server yet.
//   npm run acceptance:windows                     reads only
//   npm run acceptance:windows -- --full           names and addresses in full
//   npm run acceptance:windows -- --also-change    asks, then makes three changes and undoes them

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder, reportsFolder, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';
import { setup } from './setup.mjs';

/** @returns {Promise<string>} the bundle, made as vite.node.config.ts bundles psm */
async function bundle() {
  const { build } = await import('vite');
  const outDir = join(outFolder, 'acceptance');
  await build({
    root,
    configFile: join(root, 'vite.node.config.ts'),
    logLevel: 'error',
    build: { outDir, rolldownOptions: { input: { acceptance: 'test/acceptance/main.ts' } } },
  });
  writeFileSync(join(outDir, 'package.json'), '{ "type": "module" }\n');
  return join(outDir, 'acceptance.js');
}

await runScript(async () => {
  if (process.platform !== 'win32') {
    console.log(`not run: this is ${process.platform}, the acceptance is about Windows`);
    return 0;
  }
  await setup(['packages']);
  return run(process.execPath, [await bundle(), reportsFolder, ...process.argv.slice(2)]);
});
