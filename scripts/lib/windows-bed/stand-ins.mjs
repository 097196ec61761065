import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { compilePrograms } from './programs.mjs';

/** Tools of this Wine that do the real thing, or answer as if they had. */
const ownTools = ['cmd', 'icacls', 'msiexec', 'net', 'reg', 'schtasks', 'taskkill', 'tasklist'];

/**
 * Compiles what stands in for programs that this Wine lacks, into `stand-ins`, and lays a second
 * System32 of Wine's own tools with those stand-ins over them. A host whose SystemRoot is
 * C:\psm-bed\windows uses it.
 * @param {string} folder that of the run
 * @param {string} prefix that of Wine
 * @throws {import('../say.mjs').Refusal} with the compiler's words
 */
export async function layStandIns(folder, prefix) {
  const standIns = join(folder, 'stand-ins');
  await compilePrograms(join(root, 'test', 'windows', 'stand-ins'), standIns);
  const system32 = join(folder, 'windows', 'System32');
  mkdirSync(system32, { recursive: true });
  const own = join(prefix, 'drive_c', 'windows', 'system32');
  for (const name of ownTools)
    copyFileSync(join(own, `${name}.exe`), join(system32, `${name}.exe`));
  for (const name of readdirSync(standIns))
    copyFileSync(join(standIns, name), join(system32, name));
}
