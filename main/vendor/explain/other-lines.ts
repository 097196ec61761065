import { text } from '../../../contract/text/explanation';
import { codeOf } from './lines';
import { type LineReader, plainReading } from './reading';

const words = text.other;

/** Lines of other procedures, by what they start. The first that fits counts. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^\S*cdpcli(?:\.exe)?\s+--registermt\b/i, words.register],
  [/^\S*cdpcli(?:\.exe)?(?:\s|$)/i, words.cdpcli],
  [/^net\s+(?:stop|start)\s+obengine\b/i, words.restartAgent],
  [/^(?:restart|stop|start)-service\s+.*obengine\b/i, words.restartAgent],
  [/^(?:net\s+(?:stop|start)|sc(?:\.exe)?\s+(?:stop|start))\s+\S/i, words.service],
  [/^get-obmachinesetting\b/i, words.showAgent],
  [/^\S*genpassphrase(?:\.exe)?["']?\s.*(?:^|\s)[-/]n\b/i, words.passphraseN],
  [/^\S*genpassphrase(?:\.exe)?["']?\s.*(?:^|\s)[-/][bo]\b/i, words.passphraseNew],
  [/^\S*genpassphrase(?:\.exe)?(?:["'\s]|$)/i, words.passphrase],
  [/^\S*csgetfingerprint(?:\.exe)?["']?\s.*(?:^|\s)[-/]w/i, words.fingerprintW],
  [/^\S*csgetfingerprint(?:\.exe)?(?:["'\s]|$)/i, words.fingerprint],
  [/^.*cxpsclient(?:\.exe)?["']?\s+-/i, words.cxpsclient],
  [/^telnet\s/i, words.telnet],
  [/^\S*cspsconfigtool(?:\.exe)?(?:["'\s]|$)/i, words.configurationTool],
  [/^(?:perl(?:\.exe)?\s+)?\S*unregister-asrcomponent\.pl\b/i, words.unregister],
  [/^\S*setmarsproxy(?:\.exe)?(?:["'\s]|$)/i, words.setMarsProxy],
  [/^(?:cmd|cmd\.exe|powershell|powershell\.exe|exit)$/i, words.shell],
];

/** Reads lines that belong to other procedures than set-up. */
export const readOtherLine: LineReader = (line) => {
  const code = codeOf(line.text);
  const known = KNOWN.find(([pattern]) => pattern.test(code));
  if (known === undefined) return null;
  return plainReading(line, 'otherProcedure', known[1], { typed: [code] });
};

/** Reads lines of the file with the passwords of the database, which a process server has not. */
export const readOtherFile: LineReader = (line) =>
  /^(?:\[\s*MySQLCredentials\s*\]$|MySQL\s*(?:Root|User)\s*Password\s*[=:])/i.test(
    codeOf(line.text),
  )
    ? plainReading(line, 'otherFile', text.mySqlFile)
    : null;

export const readComment: LineReader = (line) =>
  /^(?:rem(?:\s|$)|::|#|\/\/|\[!|<!--)/i.test(codeOf(line.text))
    ? plainReading(line, 'comment', text.comment)
    : null;
