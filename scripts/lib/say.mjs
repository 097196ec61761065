/**
 * One line for the person at the terminal. It goes to standard error, so that what a command
 * answers on standard output (`npx psm`) stays clean.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** An error whose message is meant for the person at the terminal: shown without a stack. */
export class Refusal extends Error {}

/**
 * Runs a script's main function and turns its outcome into an exit code.
 * @param {() => Promise<number | void>} main returns the exit code, or nothing for 0
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof Refusal) say(error.message);
    else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}

/**
 * @param {number} startedAt what `performance.now()` said at the start
 * @returns {string} seconds since then, as "1.2 s"
 */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
