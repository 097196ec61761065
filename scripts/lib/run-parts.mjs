import { say, secondsSince } from './say.mjs';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {() => Promise<import('./parts.mjs').Outcome>} run
 */

/**
 * Runs the parts one after the other, each under a heading and with its seconds; stops at the
 * first that fails. The last line is "N passed, N failed": the tests of all parts together, and a
 * part that failed without a failed test (types, lint, a crash) counts as one.
 * @param {Part[]} parts
 * @returns {Promise<number>} exit code
 */
export async function runParts(parts) {
  const startedAt = performance.now();
  let passed = 0;
  let failed = 0;
  for (const part of parts) {
    say(`\n── ${part.name}`);
    const partStartedAt = performance.now();
    const outcome = await part.run();
    passed += outcome.passed;
    failed += outcome.ok ? 0 : Math.max(1, outcome.failed);
    say(`── ${part.name}: ${outcome.ok ? 'good' : 'FAILED'} after ${secondsSince(partStartedAt)}`);
    if (!outcome.ok) {
      const left = parts.slice(parts.indexOf(part) + 1).map(({ name }) => name);
      if (left.length > 0) say(`Stopped here. Not run: ${left.join(', ')}`);
      break;
    }
  }
  say(`\n${secondsSince(startedAt)} in all`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
