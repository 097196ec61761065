import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { canRun, windowsPowerShellPath } from './find.mjs';
import { judge } from './judge.mjs';
import { startPowerShell, withPrelude } from './start.mjs';

const LIMIT_MS = 90_000;

/** @typedef {import('../../../test/powershell/case').ScriptCase} ScriptCase */
/** @typedef {import('../../../test/powershell/servers').Servers} Servers */
/** @typedef {import('./find.mjs').PowerShell} PowerShell */

/**
 * What the cases come with: the program's own way to start its scripts, and servers to ask.
 * @typedef {object} Suite
 * @property {readonly ScriptCase[]} cases
 * @property {(paths: readonly string[]) => string[]} scriptArguments
 * @property {(value: unknown) => string} asciiJson
 * @property {() => Promise<Servers>} startServers
 */

/**
 * @param {PowerShell} powerShell
 * @param {ScriptCase} one
 * @param {Suite} suite
 * @param {Servers} servers
 * @returns {Promise<string[] | string>} what is wrong, empty when nothing is; or, when it can not be
 *   shown here, what that needs
 */
async function runCase(powerShell, one, { scriptArguments, asciiJson }, servers) {
  const folder = mkdtempSync(join(tmpdir(), "psm powershell's "));
  const place = { folder, servers, windowsPowerShell: windowsPowerShellPath(process.env) };
  /** @type {(() => Promise<unknown>) | undefined} */
  let cleanUp;
  try {
    const { lines, prelude, environment = {}, ...more } = await one.given(place);
    cleanUp = more.cleanUp;
    const paths = one.scripts.map((name) => join(root, 'resources', 'powershell', `${name}.ps1`));
    const mock = prelude && join(root, 'test', 'powershell', 'mocks', `${prelude}.ps1`);
    const run = await startPowerShell(
      powerShell.path,
      withPrelude(scriptArguments(paths), mock ?? null),
      { cwd: folder, environment, input: lines.map(textOf).join(''), limitMs: LIMIT_MS },
    );
    const { complaints, seen } = judge(run, one);
    if (complaints.length === 0) await one.afterwards?.(place, seen);
    return complaints;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotHere') return error.message;
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  } finally {
    await cleanUp?.().catch((error) => say(`Left behind by ${one.name}: ${error}`));
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }

  /** @param {import('../../../test/powershell/case').Line} line */
  function textOf(line) {
    return 'raw' in line ? line.raw : `${asciiJson(line)}\n`;
  }
}

/**
 * Runs the cases on every PowerShell, one after the other, with a TAP line each.
 * @param {readonly PowerShell[]} powerShells
 * @param {Suite} suite
 * @param {{ words?: string, print?: (line: string) => void, platform?: NodeJS.Platform }} [options]
 *   `words` must be in the name of a case
 * @returns {Promise<{ passed: number, failed: number }>} what can not run there counts as neither
 */
export async function runSuite(
  powerShells,
  suite,
  { words = '', print = console.log, platform = process.platform } = {},
) {
  const chosen = suite.cases.filter(({ name }) => name.includes(words));
  const servers = await suite.startServers();
  let [number, passed, failed] = [0, 0, 0];
  try {
    print(`1..${chosen.length * powerShells.length}`);
    for (const powerShell of powerShells) {
      print(`# ${powerShell.path}`);
      for (const one of chosen) {
        number += 1;
        if (!canRun(one.needs, powerShell, platform)) {
          print(`ok ${number} - ${one.name} # SKIP ${reasons[one.needs]}`);
          continue;
        }
        // What an earlier case left is none of this one's.
        servers.tunnels();
        const complaints = await runCase(powerShell, one, suite, servers);
        if (typeof complaints === 'string') {
          print(`ok ${number} - ${one.name} # SKIP ${complaints}`);
          continue;
        }
        const isGood = complaints.length === 0;
        if (isGood) passed += 1;
        else failed += 1;
        print(`${isGood ? 'ok' : 'not ok'} ${number} - ${one.name}`);
        for (const line of complaints.join('\n').split('\n')) if (!isGood) print(`  # ${line}`);
      }
    }
  } finally {
    await servers.stop();
  }
  return { passed, failed };
}

const reasons = {
  any: '',
  windows: 'needs Windows',
  desktop: 'needs Windows PowerShell 5.1',
};
