// Packs the program into dist/.
//   npm run package                     for this system (Linux: an unpacked folder)
//   npm run package -- --linux [--driveable]
//   npm run package -- --win            the NSIS installer
import { linuxPackageFolder, packageFor } from './lib/packaging.mjs';
import { runScript, say } from './lib/say.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  const driveable = args.includes('--driveable');
  const windows =
    args.includes('--win') || (process.platform === 'win32' && !args.includes('--linux'));
  await setup(windows ? ['packages'] : ['packages', 'system', 'electron']);
  await packageFor(windows ? 'windows' : 'linux', { driveable });
  say(`Packed: ${windows ? 'dist' : linuxPackageFolder({ driveable })}`);
});
