import { join } from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { findPowerShells } from './find.mjs';
import { runSuite } from './run.mjs';

/**
 * The cases, which are TypeScript, as Vite reads them.
 * @returns {Promise<import('./run.mjs').Suite>}
 */
export async function readSuite() {
  const { runnerImport } = await import('vite');
  /** @type {{ module: import('./run.mjs').Suite }} */
  const { module } = await runnerImport(join(root, 'test', 'powershell', 'index.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  return module;
}

/**
 * Runs the cases on every PowerShell of this computer; where there is none it says so and that is
 * no failure.
 * @param {string[]} args words that the names of the cases must have
 * @param {{ powerShells?: import('./find.mjs').PowerShell[], print?: (line: string) => void,
 *   read?: typeof readSuite }} [options]
 * @returns {Promise<number>} the exit code
 */
export async function testPowerShell(
  args,
  { powerShells = findPowerShells(), print = console.log, read = readSuite } = {},
) {
  if (powerShells.length === 0) {
    print('not run: no PowerShell in the usual places or on the path; PSM_PWSH can name one');
    return 0;
  }
  const { passed, failed } = await runSuite(powerShells, await read(), {
    words: args.join(' '),
    print,
  });
  if (passed + failed === 0) say('No case that can run here has these words in its name.');
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
