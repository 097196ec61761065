import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { describeRuntime, electronRuntime } from './electron-runtime.mjs';
import { packageFor } from './packaging.mjs';
import { reportsFolder } from './paths.mjs';
import { program, run } from './processes.mjs';
import { say } from './say.mjs';
import { electronEnvironment, withScreen } from './screen.mjs';
import { withTestTemp } from './test-temp.mjs';

/** @typedef {{ ok: boolean, passed: number, failed: number }} Outcome */

/**
 * @param {string[]} [args] more arguments for tsc
 * @returns {Promise<Outcome>}
 */
export const types = (args = []) =>
  plain(program('typescript', 'tsc', ['--noEmit', '--project', '.', ...args]));

/**
 * @param {string[]} [args] more arguments for Biome
 * @returns {Promise<Outcome>}
 */
export const lint = (args = []) =>
  plain(program('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.', ...args]));

/**
 * @param {string[]} [args] more arguments for dependency-cruiser
 * @returns {Promise<Outcome>}
 */
export const boundaries = (args = []) =>
  plain(
    program('dependency-cruiser', 'depcruise', [
      ...['--config', '.dependency-cruiser.cjs'],
      ...['contract', 'main', 'preload', 'renderer', 'practice'],
      ...args,
    ]),
  );

/**
 * @param {string[]} [args] more arguments for vitest
 * @returns {Promise<Outcome>}
 */
export const unit = (args = []) => vitest('unit', args);

/**
 * Whole procedures on the practice server.
 * @param {string[]} [args] more arguments for vitest
 * @returns {Promise<Outcome>}
 */
export const procedures = (args = []) =>
  withTestTemp((env) =>
    vitest('procedures', ['--config', 'vitest.procedures.config.ts', ...args], env),
  );

/**
 * Real processes, really killed; needs the build.
 * @param {string[]} [args] more arguments for vitest
 * @returns {Promise<Outcome>}
 */
export const faults = (args = []) =>
  withTestTemp((env) => vitest('faults', ['--config', 'vitest.faults.config.ts', ...args], env));

/**
 * @param {string} suite names the report
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [extra] more for the environment
 * @returns {Promise<Outcome>}
 */
async function vitest(suite, args, extra = {}) {
  const report = freshReport(`${suite}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(...program('vitest', 'vitest', ['run', ...reporters, ...args]), {
    env: { ...process.env, ...extra },
  });
  /** @type {import('vitest/node').JsonTestResults | undefined} */
  const results = readReport(report);
  const { numPassedTests = 0, numFailedTests = 0 } = results ?? {};
  return { ok: code === 0, passed: numPassedTests, failed: numFailedTests };
}

/** @returns {Promise<Outcome>} */
export async function buildPart() {
  await build();
  return { ok: true, passed: 0, failed: 0 };
}

/**
 * @param {string[]} [args] more arguments for Playwright
 * @returns {Promise<Outcome>}
 */
export const journeys = (args = []) => playwright('journeys', args);

/** @returns {Promise<Outcome>} */
export async function packageTest() {
  if (process.platform !== 'linux') {
    say('Not run: the packaged program is tested on Linux only.');
    return { ok: true, passed: 0, failed: 0 };
  }
  await packageFor('linux', { driveable: false });
  return playwright('package', []);
}

/**
 * @param {string} project a project of playwright.config.ts
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
async function playwright(project, args) {
  say(describeRuntime(electronRuntime()));
  const report = freshReport(`${project}.json`);
  const env = { ...electronEnvironment(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const command = program('@playwright/test', 'playwright', [
    ...['test', `--project=${project}`, '--reporter=list,json'],
    ...args,
  ]);
  const code = await run(...withScreen(command), { env });
  /** @type {import('@playwright/test/reporter').JSONReport | undefined} */
  const results = readReport(report);
  const { expected = 0, unexpected = 0, flaky = 0 } = results?.stats ?? {};
  return { ok: code === 0, passed: expected, failed: unexpected + flaky };
}

/** @param {[string, string[]]} command */
async function plain(command) {
  return { ok: (await run(...command)) === 0, passed: 0, failed: 0 };
}

/** @param {string} name */
function freshReport(name) {
  const report = join(reportsFolder, name);
  mkdirSync(reportsFolder, { recursive: true });
  rmSync(report, { force: true });
  return report;
}

/**
 * @param {string} report the runner's JSON; a runner that crashed has written none
 */
function readReport(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}
