import type { ToolReader } from '../../contract/reader';
import { text } from '../../contract/text/set-up';

/**
 * `net stop` of a stopped and `net start` of a running service answer 2; neither is a failure. The
 * number of the message is the same in every language of Windows.
 */
const ALREADY = /has already been started|is not started|NET HELPMSG (?:2182|3521)\b/i;

export const serviceCommandReader: ToolReader = {
  judge(outcome) {
    const words = `${outcome.output}\n${outcome.error}`.trim();
    const problem =
      outcome.code === 0 || ALREADY.test(words)
        ? null
        : {
            ...text.serviceCommandFailed,
            toolWords: words.split(/\r?\n/),
            code: String(outcome.code),
          };
    return { problem, facts: {}, restart: false };
  },
};
