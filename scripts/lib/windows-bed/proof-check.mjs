import { join } from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { whyNo32Bit } from './wine.mjs';

/** @typedef {import('./run.mjs').CaseResult} CaseResult */

/**
 * Holds a whole run to the table of what proves each adapter: every case it names has passed. Only
 * those that need 32-bit programs may be missing, where this machine can't start such.
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
        const mayMiss = whyNo32Bit() !== null && beginning.startsWith('installers: ');
        const what = mayMiss ? 'not proven this time' : 'NOT PROVEN';
        say(`${what}: ${file} ${member}, by "${beginning}"`);
        if (!mayMiss) broken += 1;
      }
    }
  }
  return broken;
}
