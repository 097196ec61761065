import { text } from '../../../contract/text/set-up-tool-codes';
import { connectionReasons } from './connection-reasons';
import type { ExitCodeTable, Reason } from './exit-code-table';

const words = text.registration;
const reason = (says: RegExp, found: Reason['words']): Reason => ({
  code: null,
  says,
  words: found,
});

/**
 * Exit codes of cdpcli.exe --registermt. "Registration suceeded." is printed even when the import
 * of the certificate failed, so only the exit code counts.
 * Source: vendor source, cdpcli.cpp, registermtmajor.cpp, importpfxcert.h.
 */
export const cdpcli: ExitCodeTable = {
  program: 'cdpcli.exe',
  codes: { 0: words.done, 1: words.failed },
  good: [0],
  milestones: ['registration'],
  log: 'ASRUnifiedSetup.log',
  reasons: [
    reason(/import cert to local store failed:\s*86\b/i, words.wrongPassphrase),
    reason(/import cert to local store failed/i, words.import),
    reason(/registry (?:key creation|import) failed/i, words.registry),
    reason(/open process token failed|set process privilege failed/i, words.rights),
    reason(/error (?:opening file|writing) /i, words.file),
    reason(/local logging initialization failed/i, words.log),
    ...connectionReasons,
    // Set-up logs only what the tool says step by step, not the errors themselves.
    reason(/importing certificate|registration suceeded/i, words.opening),
    reason(/importing registry keys/i, words.registry),
    reason(/fetching certificate from/i, words.fetch),
  ],
};
