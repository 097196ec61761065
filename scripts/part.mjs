// One part of `npm test` alone: node scripts/part.mjs NAME [arguments for its tool]
//   npm run unit -- test/unit/tooling/boundaries.test.ts
//   npm run journeys -- --grep "change the proxy"
import { build } from './lib/build.mjs';
import * as parts from './lib/parts.mjs';
import { Refusal, runScript } from './lib/say.mjs';
import { setup } from './setup.mjs';

/** @type {Record<string, (args: string[]) => Promise<import('./lib/parts.mjs').Outcome>>} */
const plainParts = {
  types: parts.types,
  lint: parts.lint,
  boundaries: parts.boundaries,
  unit: parts.unit,
  procedures: parts.procedures,
};

/** Parts that drive the built program. @type {typeof plainParts} */
const builtParts = {
  faults: parts.faults,
  journeys: parts.journeys,
};

await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const part = plainParts[name] ?? builtParts[name];
  if (!part) throw new Refusal(`There is no part "${name}".`);
  await setup(name in builtParts ? undefined : ['packages']);
  if (name in builtParts) await build();
  return (await part(args)).ok ? 0 : 1;
});
