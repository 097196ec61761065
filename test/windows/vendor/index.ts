import { csgetfingerprint } from './csgetfingerprint';
import { dataPort } from './data-port';
import { packageFile } from './package-file';
import { powershell } from './powershell';
import { unifiedSetup } from './unified-setup';

// Stands in for the vendor's programs and for Windows PowerShell in the end-to-end set-up. Compiled
// programs of their names start it: node.exe stand-in.js NAME ARGUMENTS…
const standIns: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  'csgetfingerprint.exe': csgetfingerprint,
  'data-port': dataPort,
  'microsoftazuresiterecoveryunifiedsetup.exe': packageFile,
  'powershell.exe': powershell,
  'unifiedsetup.exe': unifiedSetup,
};

const [name = '', ...args] = process.argv.slice(2);
const standIn = standIns[name.toLowerCase()];
if (!standIn) throw new Error(`There is no stand-in for ${name}.`);
process.exitCode = await standIn(args);
