import { text } from '../../../contract/text/set-up-tool-codes';
import type { ExitCodeTable, Reason } from './exit-code-table';

const words = text.proxy;
const reason = (says: RegExp, found: Reason['words']): Reason => ({
  code: null,
  says,
  words: found,
});

/**
 * Exit codes of SetMarsProxy.exe. It prints its arguments but the password: three of them mean
 * that a backslash at the end of the user melted user and password into one, because set-up never
 * passes a list to bypass here. The port is read before the agent is asked.
 * Source: vendor source, SetMarsProxy/Program.cs and WrapperSetup/ActionProcessess.cs.
 */
export const setMarsProxy: ExitCodeTable = {
  program: 'SetMarsProxy.exe',
  codes: { [-1]: words.notStarted, 0: words.done, 1: words.failed },
  good: [0],
  milestones: ['proxy'],
  log: 'ASRUnifiedSetup.log',
  reasons: [
    reason(/(?:^|: )Args Length: 3\s*$/m, words.backslash),
    reason(/^username:.*"\s*$/m, words.backslash),
    reason(/^port:[ \t]*$/m, words.emptyPort),
    reason(/input string was not in a correct format/i, words.emptyPort),
    reason(/invalid proxy address passed/i, words.address),
    reason(/invalid number of arguments|no arguments are passed/i, words.arguments),
    reason(/GetMARSAgentPSModulePath\.?$|module.*(?:not found|not loaded)/im, words.module),
  ],
};
