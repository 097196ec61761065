// Runs the Windows adapters on a real win32: node.exe for Windows under Wine, with real services,
// registry, installers, packages and servers.
//   npm run test:windows
//   npm run test:windows -- "registry:"     only the cases with these words in their name

import { runScript } from './lib/say.mjs';
import { testWindows } from './lib/windows-bed/run.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup(['packages']);
  const { ok, passed, failed } = await testWindows(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  return ok ? 0 : 1;
});
