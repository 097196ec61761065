import { text } from '../../../contract/text/set-up-tool-codes';
import type { Reason } from './exit-code-table';

const words = text.connection;
const reason = (says: RegExp, found: Reason['words']): Reason => ({
  code: null,
  says,
  words: found,
});

/**
 * Why the configuration server could not be talked to, in the words of the native tools: a number
 * in brackets is a code of curl.
 * Source: vendor source, curlwrapper.cpp; csgetfingerprint's names seen in runs.
 */
export const connectionReasons: readonly Reason[] = [
  reason(/\(6\) -|unable to resolve|host not found/i, words.unknownName),
  reason(/\(7\) -|connection refused|actively refused/i, words.refused),
  reason(/\(28\) -|timeout was reached|connection timed out/i, words.timedOut),
  reason(/\((?:51|60)\) -|peer verification failed/i, words.certificate),
  reason(/\((?:35|56)\) -/, words.tls),
  reason(/server returned error:\s*40[13]/i, words.rejected),
  reason(/server returned error:\s*\d{3}/i, words.serverError),
];
