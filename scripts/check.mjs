// The quick look while working: types, lint and unit tests.
import { boundaries, lint, types, unit } from './lib/parts.mjs';
import { runParts } from './lib/run-parts.mjs';
import { runScript } from './lib/say.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup(['packages']);
  return runParts([
    { name: 'Types', run: types },
    { name: 'Lint', run: lint },
    { name: 'Boundaries', run: boundaries },
    { name: 'Unit tests', run: unit },
  ]);
});
