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
  return run(...withScreen([process.execPath, [join(root, 'scripts', 'tour.mjs'), '--pictures']]));
});
