// Builds the program and psm into out/, or finds them built already.
import { build } from './lib/build.mjs';
import { runScript } from './lib/say.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup(['packages']);
  await build();
});
