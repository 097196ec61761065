import { join } from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';

/** @typedef {import('./run.mjs').CaseResult} CaseResult */

/**
 * Holds a whole run to the table of what proves each adapter: every case it names has passed, or this
 * machine could not have it and said so.
 * @param {CaseResult[]} results
 * @returns {Promise<number>} how many claims of the table do not hold
 */
export async function brokenClaims(results) {
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../../../test/windows/proof/table') }} */
  const { module } = await runnerImport(join(root, 'test', 'windows', 'proof', 'table.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  let broken = 0;
  for (const [file, members] of Object.entries(module.proofTable)) {
    for (const [member, proof] of Object.entries(members)) {
      for (const beginning of 'by' in proof ? proof.by : []) {
        const verdicts = results
          .filter(({ name }) => name.startsWith(beginning))
          .map(({ verdict }) => verdict);
        if (verdicts.includes('passed')) continue;
        const wasTried = verdicts.length === 0 || verdicts.includes('failed');
        const what = wasTried ? 'NOT PROVEN' : 'not proven this time';
        say(`${what}: ${file} ${member}, by "${beginning}"`);
        if (wasTried) broken += 1;
      }
    }
  }
  return broken;
}
