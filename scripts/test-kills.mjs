// Every procedure killed in more of its steps than in `npm test`, and finished afterwards.
import { build } from './lib/build.mjs';
import { faults } from './lib/parts.mjs';
import { runScript } from './lib/say.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup();
  await build();
  process.env.PSM_EVERY_KILL = '1';
  const { ok } = await faults(['--exclude', '**/{killed,psm,download}.test.ts']);
  return ok ? 0 : 1;
});
