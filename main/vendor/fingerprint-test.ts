import type { ToolJudgement, ToolOutcome, ToolReader } from '../../contract/reader';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/set-up';

/** Where every native tool of the vendor reads the passphrase from. */
export const PASSPHRASE_FOLDER = 'Microsoft Azure Site Recovery\\private';
export const PASSPHRASE_FILE = `${PASSPHRASE_FOLDER}\\connection.passphrase`;

/** The passphrase test against a configuration server; writes nothing on success. */
export function fingerprintTest(
  packageFolder: ServerPath,
  csAddress: string,
): { file: ServerPath; args: string[] } {
  return {
    file: joinServerPath(packageFolder, 'csgetfingerprint.exe'),
    args: ['-i', csAddress, '-p', '443', '-v'],
  };
}

/** These tools end with -1, which Windows shows as 4294967295. */
const exitCodeInWords = (code: number) => (code === 0xffffffff ? `-1 (${code})` : String(code));

const REASONS: readonly { says: RegExp; words: keyof typeof text.fingerprint }[] = [
  {
    says: /\(7\)|couldn't connect|connection refused|actively refused|10061/i,
    words: 'unreachable',
  },
  { says: /\(28\)|timed? ?out|10060/i, words: 'timedOut' },
  { says: /resolve|host not found/i, words: 'unknownName' },
  { says: /certificate|ssl|tls|\(35\)|\(60\)/i, words: 'tls' },
  { says: /passphrase not found/i, words: 'noPassphrase' },
  { says: /must be .* to run this program/i, words: 'notAdministrator' },
  {
    says: /server returned error|forbidden|unauthorized|hmac|signature|invalid passphrase|\b40[13]\b/i,
    words: 'rejected',
  },
];

/**
 * With `-v` the tool says "passphrase failed validation" for every failure, connection refused
 * included, so only the text after `reason:` tells what is wrong (seen in runs of the vendor's
 * code).
 */
function judge(outcome: ToolOutcome): ToolJudgement {
  const all = `${outcome.output}\n${outcome.error}`.trim();
  if (outcome.code === 0 && /passphrase is valid/i.test(all)) {
    return { problem: null, facts: { passphrase: text.fingerprint.valid }, restart: false };
  }
  const reason = (
    /reason:\s*([\s\S]*?)(?:\s*--\s*data:|\s*--\s*Verify|$)/i.exec(all)?.[1] ?? all
  ).trim();
  const known = REASONS.find(({ says }) => says.test(reason) || (reason === '' && says.test(all)));
  const words = text.fingerprint[known?.words ?? 'couldNotTell'];
  if (typeof words === 'string') throw new Error('A reason needs words for a problem.');
  return {
    problem: {
      ...words,
      toolWords: all.split(/\r?\n/).slice(0, 5),
      code: exitCodeInWords(outcome.code),
    },
    facts: {},
    restart: false,
  };
}

export const fingerprintReader: ToolReader = { judge };
