// Makes the pictures of the docs anew, from the real program.
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';
import { withScreen } from './lib/screen.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup();
  await build();
  for (const script of [['tour.mjs', '--pictures'], ['change-pictures.mjs']]) {
    const [name = '', ...args] = script;
    const file = join(root, 'scripts', name);
    const code = await run(...withScreen([process.execPath, [file, ...args]]));
    if (code !== 0) return code;
  }
  return 0;
});
