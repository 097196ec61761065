// Every procedure killed in more of its steps than in `npm test`, cut off at every record of its
// journal and held up by a full disk, and finished afterwards.
import { build } from './lib/build.mjs';
import { faults, procedures } from './lib/parts.mjs';
import { runScript } from './lib/say.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup();
  await build();
  process.env.PSM_EVERY_KILL = '1';
  const killed = await faults(['--exclude', '**/{killed,psm,download}.test.ts']);
  const crashed = await procedures(['power-loss', 'disk-full']);
  return killed.ok && crashed.ok ? 0 : 1;
});
