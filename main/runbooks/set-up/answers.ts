import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { text } from '../../../contract/text/set-up-procedure';
import { mangledInProxyFile } from '../../vendor/proxy-settings-file';
import type { SecretQuestion } from '../runbook';

const { wrong } = text;

/** The answers of this procedure, typed; made only of answers that were found good. */
export interface SetUpAnswers {
  setupFile: string;
  csAddress: string;
  proxy: { address: string; port: string; user: string | null } | null;
  environment: 'VMWare' | 'NonVMWare';
  installFolder: string;
  skipSpaceCheck: boolean;
  dataAddress: string;
  dataPort: number;
}

export function readAnswers(answers: Answers): SetUpAnswers {
  const of = (name: string) => answers[name] ?? '';
  return {
    setupFile: of('setupFile'),
    csAddress: of('csAddress'),
    proxy:
      of('proxyMode') === 'custom'
        ? {
            address: of('proxyAddress'),
            port: of('proxyPort'),
            user: of('proxySignIn') === 'yes' ? of('proxyUser') : null,
          }
        : null,
    environment: of('environment') === 'vmware' ? 'VMWare' : 'NonVMWare',
    installFolder: of('installFolder'),
    skipSpaceCheck: of('spaceCheck') === 'yes',
    dataAddress: of('dataAddress'),
    dataPort: Number(of('dataPort')),
  };
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^(?:${OCTET}\\.){3}${OCTET}$`);

/** An address another server can have; set-up itself would let `0.x` pass and fail later. */
export function csAddressProblem(value: string): string | null {
  if (!IPV4.test(value)) return wrong.ipv4;
  const first = Number(value.split('.')[0]);
  return first === 0 || first === 127 || first >= 224 ? wrong.ipv4Unusable : null;
}

/** Plain digits only: set-up takes `0443` and `+9443` too, and drops 443 without a word. */
export function portProblem(value: string, forData: boolean): string | null {
  if (!/^[1-9]\d{0,4}$/.test(value) || Number(value) > 65_535) {
    return forData && /^\+?0*443$/.test(value.trim()) ? wrong.port443 : wrong.port;
  }
  return forData && Number(value) === 443 ? wrong.port443 : null;
}

export function passphraseProblem(value: string): string | null {
  if (/\s/.test(value)) return wrong.passphraseBlanks;
  if (!/^[\x21-\x7e]*$/.test(value)) return wrong.passphraseAscii;
  if (/[=;]/.test(value)) return wrong.passphraseSigns;
  return value.length < 16 ? wrong.passphraseLength : null;
}

export function proxyValueProblem(value: string): string | null {
  switch (mangledInProxyFile(value)) {
    case 'quoteOrEquals':
      return wrong.proxyMangled;
    case 'blanks':
      return wrong.proxyBlanks;
    case 'backslash':
      return wrong.proxyBackslash;
    case 'notAscii':
      return wrong.proxyNotAscii;
    case null:
      return value === '' ? wrong.required : null;
  }
}

export function proxyAddressProblem(value: string): string | null {
  return /^http:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(value)
    ? null
    : wrong.proxyAddress;
}

/**
 * A folder that every part of set-up takes: the vendor's own validation lets through much that
 * fails later (drive-relative, trailing backslash, non-ASCII, Windows folders).
 */
export function installFolderProblem(value: string, facts: ServerFacts): string | null {
  if (/[\\/]$/.test(value) && value.length > 1) return wrong.folderBackslash;
  if (!/^[A-Za-z]:\\[^\\/:*?"<>|]+(?:\\[^\\/:*?"<>|]+)*$/.test(value)) return wrong.folderForm;
  if (!/^[A-Za-z]:[A-Za-z0-9 ._()\\-]+$/.test(value)) return wrong.folderCharacters;
  if (
    value
      .split('\\')
      .slice(1)
      .some((part) => /^[\s.-]|[\s.]$/.test(part))
  )
    return wrong.folderCharacters;
  const lower = value.toLowerCase();
  if (/^[a-z]:\\temp(?:\\|$)/.test(lower)) return wrong.folderTemp;
  if (
    /^c:\\(?:windows|program files)(?:\\|$)/.test(lower) ||
    /^c:\\programdata\\(?:asr|microsoft)(?:\\|$)/.test(lower)
  ) {
    return wrong.folderSystem;
  }
  const letter = value.slice(0, 2).toUpperCase();
  const drive = facts.drives.find((one) => one.letter.toUpperCase() === letter);
  return drive?.kind === 'fixed' && drive.fileSystem?.toUpperCase() === 'NTFS'
    ? null
    : wrong.drive(letter);
}

const oneOf = (value: string, ...allowed: string[]) =>
  allowed.includes(value) ? null : wrong.choice;

/** What is wrong with the answers, by question; empty when a plan can be made of them. */
export function checkAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const of = (name: string) => answers[name] ?? '';
  const custom = of('proxyMode') === 'custom';
  const signIn = custom && of('proxySignIn') === 'yes';
  const known = facts.setupFiles.some(
    ({ path }) => path.toLowerCase() === of('setupFile').toLowerCase(),
  );
  const rows: [string, string | null][] = [
    [
      'setupFile',
      of('setupFile') === ''
        ? wrong.setupFile
        : known
          ? null
          : wrong.setupFileMissing(of('setupFile')),
    ],
    ['csAddress', csAddressProblem(of('csAddress'))],
    ['proxyMode', oneOf(of('proxyMode'), 'direct', 'custom')],
    ['proxyAddress', custom ? proxyAddressProblem(of('proxyAddress')) : null],
    ['proxyPort', custom ? portProblem(of('proxyPort'), false) : null],
    ['proxySignIn', custom ? oneOf(of('proxySignIn'), 'yes', 'no') : null],
    ['proxyUser', signIn ? proxyValueProblem(of('proxyUser')) : null],
    ['environment', oneOf(of('environment'), 'vmware', 'physical')],
    ['installFolder', installFolderProblem(of('installFolder'), facts)],
    ['spaceCheck', oneOf(of('spaceCheck') || 'no', 'yes', 'no')],
    [
      'dataAddress',
      facts.addresses.some(({ address }) => address === of('dataAddress'))
        ? null
        : wrong.dataAddress,
    ],
    ['dataPort', portProblem(of('dataPort'), true)],
    ['acceptTerms', of('acceptTerms') === 'yes' ? null : wrong.terms],
  ];
  return rows.flatMap(([name, message]) => (message === null ? [] : [{ name, message }]));
}

export function secretQuestions(answers: Answers): SecretQuestion[] {
  const signIn = answers.proxyMode === 'custom' && answers.proxySignIn === 'yes';
  return [
    { name: 'passphrase', check: passphraseProblem },
    ...(signIn ? [{ name: 'proxyPassword', check: proxyValueProblem }] : []),
  ];
}
