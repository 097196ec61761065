// Everything that must hold before a change is handed on. A new suite is one more line here.
import * as parts from './lib/parts.mjs';
import { runParts } from './lib/run-parts.mjs';
import { runScript } from './lib/say.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup();
  return runParts([
    { name: 'Types', run: parts.types },
    { name: 'Lint', run: parts.lint },
    { name: 'Boundaries', run: parts.boundaries },
    { name: 'Unit tests', run: parts.unit },
    { name: 'Procedures', run: parts.procedures },
    { name: 'Build', run: parts.buildPart },
    { name: 'Faults', run: parts.faults },
    { name: 'Journeys', run: parts.journeys },
    { name: 'Package', run: parts.packageTest },
  ]);
});
