import type { SetUpLog } from './set-up-log';

const MOST = 8;
const AT_THE_END = 3;
const TELLING =
  /Quite mode Error|failed|Failed|Aborting|not valid|not running|not supported|Invalid|missing|Unable|unable to|cannot find|denied|refused|[Tt]imed out|very old|already installed|Exception|import cert|Exit code returned by (?:command|unified setup):\s*-?[1-9]/;
/** SetMarsProxy prints its arguments; when quotes were spoiled, a password can be among them. */
const MAY_HOLD_A_PASSWORD = /^\s*(?:username|password|Params)\s*:/i;
const STACK = /^(?:at |---)/;
/** Said of a part that set-up leaves as it is. */
const HARMLESS = /^Latest version of .* is already installed on the server/;

/**
 * The lines that tell why a run failed, in their order, at most eight: the last ones, because
 * set-up stops soon after the failure. When none of them tells a reason, where the log ends. Never
 * a line that could hold a password.
 */
export function tellingLines(log: SetUpLog): string[] {
  const lines = log.messages
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => !MAY_HOLD_A_PASSWORD.test(line))
    .map((line) => line.trim());
  const telling = lines.filter(
    (line) => TELLING.test(line) && !STACK.test(line) && !HARMLESS.test(line),
  );
  if (telling.length > 0) return [...new Set(telling)].slice(-MOST);
  return lines.filter((line) => line !== '').slice(-AT_THE_END);
}
