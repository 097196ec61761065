// Drives every shipped PowerShell script (resources/powershell) on each PowerShell of this computer,
// with what it asks of Windows mocked where that can be. Where there is none it says so.
//   npm run test:powershell
//   npm run test:powershell -- "set-agent-proxy"     only the cases with these words in their name
// PSM_PWSH names a PowerShell that lies elsewhere, by an absolute path.
import { testPowerShell } from './lib/powershell-suite/main.mjs';
import { runScript } from './lib/say.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup(['packages']);
  return testPowerShell(process.argv.slice(2));
});
