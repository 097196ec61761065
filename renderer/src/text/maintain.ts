import type { ExplainedLine, ExplainedToken } from '../../../contract/explanation';
import type { KeptPackage } from '../../../contract/facts';

export const packageStateWords: Readonly<Record<KeptPackage['state'], string>> = {
  verified: 'Verified',
  changed: 'Changed after it was verified',
  notVerified: 'Not verified',
  unfinished: 'Unfinished download',
};

export const lineKindWords: Readonly<Record<ExplainedLine['kind'], string>> = {
  unpack: 'Unpacks the set-up file',
  setUp: 'Starts set-up',
  usage: 'Usage line of an article',
  changeFolder: 'Changes the folder',
  proxyFile: 'Line of a proxy file',
  otherFile: 'Line of another file',
  otherProcedure: 'Belongs to another procedure',
  comment: 'Comment',
  unknown: 'Not known',
};

export const tokenVerdictWords: Readonly<Record<ExplainedToken['verdict'], string>> = {
  good: 'Good as it is',
  corrected: 'Corrected',
  refused: 'Not used',
  ignored: 'Has no effect',
};

export const maintainText = {
  title: 'Maintain',
  introduction:
    'Changes of this server, each planned, shown, done and proven; set-up files that are kept on it, and command lines from articles.',
  services: {
    title: 'Services',
    introduction:
      "One after another in the vendor's order, each waited for. Before patch day they are stopped in order; afterwards it is proven that all are back.",
    order: 'Start, stop or restart…',
    patchDay: 'Patch day…',
    startTypes: 'Set start types right…',
  },
  packages: {
    title: 'Kept set-up files',
    empty: 'No set-up file is kept on this server yet.',
    download: 'Download a set-up file…',
    downloadFirst: 'Download a set-up file',
    tooNewTitle: 'The newest set-up file may be too new.',
    tooNew:
      "A process server's version has to be the version of its configuration server or lower. Look the version up on the configuration server first; upgrade the configuration server before its process servers.",
    columns: { file: 'Set-up file', origin: 'Origin', proof: 'Proof', actions: 'Actions' },
    version: (version: string) => `Version ${version}`,
    versionUnknown: 'Version not read yet',
    unfinished: (percent: string) => `Unfinished download, ${percent}`,
    unpacked: 'Unpacked',
    notUnpacked: 'Not unpacked',
    sizeAnd: (size: string, unpacked: string) => `${size} · ${unpacked}`,
    from: 'From',
    fromUnknown: 'Not kept',
    keptAs: 'Kept as',
    keptOn: 'Kept on',
    keptOnUnknown: 'Unknown',
    sha256: 'SHA-256',
    sha256Unknown: 'Not computed yet',
    sha256Of: (file: string) => `SHA-256 of ${file}`,
    signer: 'Signer',
    signerUnknown: 'Not looked at yet',
    revocation: 'Revocation',
    revocationUnknown: 'Not looked at yet',
    remove: 'Remove…',
    removeOf: (file: string) => `Remove… ${file}`,
  },
  commandLines: {
    title: 'Command lines',
    introduction:
      'Articles show command lines that set-up does not always take. Paste one to see what each piece really does.',
    paste: 'Paste a command line or a proxy file from an article',
    pasteHint: 'It is only read, never run, and forgotten when you leave this page.',
    tooLong: (length: number, most: number) =>
      `This text has ${length.toLocaleString('en-GB')} characters; at most ${most.toLocaleString('en-GB')} can be explained at once.`,
    explain: 'Explain',
    explained: (lines: number) => (lines === 1 ? '1 line explained' : `${lines} lines explained`),
    nothing: 'There is nothing to explain in this text.',
    line: (number: number, kind: string) => `Line ${number}: ${kind}`,
    piecesOf: (number: number) => `Pieces of line ${number}`,
    columns: { text: 'Text', verdict: 'Verdict', meaning: 'Meaning', instead: 'Instead' },
    nothingInstead: 'Nothing',
    same: 'The same',
    corrected: 'As it should be',
    remarks: 'To know of it as a whole',
    typeThis: 'Type this instead',
    answers: 'Answers that were read',
    use: 'Use these answers in Set up',
    useLater: 'A procedure is running. The answers can be used when it has ended.',
    secrets: (names: string) => `Enter these in their own fields: ${names}.`,
    secretsWhy: 'Secrets are not taken over from pasted text.',
  },
};
