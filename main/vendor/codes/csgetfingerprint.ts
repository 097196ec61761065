import { text } from '../../../contract/text/set-up-tool-codes';
import { connectionReasons } from './connection-reasons';
import type { ExitCodeTable } from './exit-code-table';

const words = text.passphrase;

/**
 * Exit codes of csgetfingerprint.exe: -1 stands for every failure, only its words tell which.
 * Source: vendor source, csgetfingerprint.h; seen in runs of the vendor's code.
 */
export const csgetfingerprint: ExitCodeTable = {
  program: 'csgetfingerprint.exe',
  codes: { 0: words.done, 4294967295: words.failed },
  good: [0],
  milestones: ['passphrase'],
  log: 'ASRUnifiedSetup.log',
  reasons: [
    { code: null, says: /passphrase not found/i, words: words.missing },
    { code: null, says: /must be .* to run this program/i, words: words.notAdministrator },
    ...connectionReasons,
  ],
};
