import type { ScriptReader, ToolReader } from '../../contract/reader';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/set-up';
import { plainVersion } from './versions';

/** Unpacks the set-up file. The colon is needed: `/xC:\…`, as some articles have it, fails. */
export function unpackCommand(
  file: ServerPath,
  into: ServerPath,
): { file: ServerPath; args: string[] } {
  return { file, args: ['/q', `/x:${into}`] };
}

/**
 * Files that set-up starts by bare name from its own folder, so all of them have to be there.
 * Source: seen in runs of the vendor's code; the DRA files belong to a configuration server.
 */
export const PACKAGE_FILES: readonly string[] = [
  'UNIFIEDSETUP.EXE',
  'ASRResources.dll',
  'ASRSetupFramework.dll',
  'cxcli.exe',
  'cxpsclient.exe',
  'SetMarsProxy.exe',
  'csgetfingerprint.exe',
  'UNIFIEDAGENT.EXE',
  'UnifiedAgentInstaller.exe',
  'UnifiedAgentMSI.msi',
  'MARSAgentInstaller.exe',
  'CX_THIRDPARTY_SETUP.EXE',
  'UCX_SERVER_SETUP.EXE',
];

export const unpackReader: ToolReader = {
  judge: (outcome) =>
    outcome.code === 0
      ? { problem: null, facts: {}, restart: false }
      : {
          problem: {
            ...text.unpackFailed,
            toolWords: `${outcome.output}${outcome.error}`.trim().split(/\r?\n/).slice(0, 5),
            code: String(outcome.code),
          },
          facts: {},
          restart: false,
        },
};

const PUBLISHER = /(?:^|,\s*)O=(?:"?)Microsoft Corporation(?:"?)(?:,|$)/;

/**
 * SHA-1 thumbprints of the roots named "Microsoft Root Certificate Authority": of 2011, of 2010 and
 * the first one. Anybody who may add a root to Windows can give it such a name.
 * Source: the roots that all systems have in common, in MITRE ATT&CK, T1553.004.
 */
export const MICROSOFT_ROOTS: readonly string[] = [
  '8F43288AD272F3103B6FB1428485EA3014C0BCFE',
  '3B1EFD3A66EA28B16697394703A72CA340A05BD5',
  'CDD4EEAE6000AC7F40C3802C171E30148030C072',
];

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Accepts a package only when Microsoft signed exactly these bytes, up to Microsoft's own root. */
export const signatureReader: ScriptReader = (answer) => {
  const status = textOf(answer.status);
  const signer = textOf(answer.signer);
  const root = textOf(answer.root);
  const facts = {
    signer,
    root,
    version: plainVersion(textOf(answer.productVersion)) ?? textOf(answer.productVersion),
    revocation:
      textOf(answer.revocation) === 'checked' ? text.revocationChecked : text.revocationUnknown,
  };
  const words = [textOf(answer.message), signer, root].filter((line) => line !== '');
  const refuse = (problem: typeof text.signature.notSigned) => ({
    problem: { ...problem, toolWords: words, code: status },
    facts,
    restart: false,
  });
  if (status === 'NotSigned') return refuse(text.signature.notSigned);
  if (status === 'HashMismatch') return refuse(text.signature.changed);
  if (status !== 'Valid') return refuse(text.signature.notTrusted);
  const isMicrosofts = MICROSOFT_ROOTS.includes(textOf(answer.rootThumbprint).toUpperCase());
  if (!PUBLISHER.test(signer) || !isMicrosofts) return refuse(text.signature.otherPublisher);
  return { problem: null, facts, restart: false };
};

/** A set-up file as it lies on the server. */
export interface SetupFile {
  path: ServerPath;
  sizeBytes: number;
  modified: string;
}

/** Where set-up files are kept, each in a folder of its own, so that versions lie side by side. */
export const packagesFolder = (ownFolder: ServerPath) => joinServerPath(ownFolder, 'packages');

const COPY = 'MicrosoftAzureSiteRecoveryUnifiedSetup.exe';
/** The names of our own folders; nothing that leads elsewhere. */
const PLAIN_ID = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

/** Files of one kept set-up file, by the name of its folder. */
export function keptPlaces(ownFolder: ServerPath, id: string) {
  const folder = joinServerPath(packagesFolder(ownFolder), id);
  return {
    folder,
    copy: joinServerPath(folder, COPY),
    /** What was verified about exactly these bytes. */
    record: joinServerPath(folder, 'verified.json'),
    /** Where the file came from. */
    origin: joinServerPath(folder, 'origin.json'),
    files: joinServerPath(folder, 'Files'),
    contents: joinServerPath(folder, 'contents.json'),
    terms: joinServerPath(folder, 'terms.txt'),
    keptPassphrase: joinServerPath(folder, 'passphrase.before-test'),
  };
}
export type KeptPlaces = ReturnType<typeof keptPlaces>;

/**
 * Where a set-up file is, or will be, kept. One that lies there already stays where it is; others
 * are told apart by size and date.
 */
export function packagePlaces(ownFolder: ServerPath, file: SetupFile): KeptPlaces {
  const kept = `${packagesFolder(ownFolder)}\\`.toLowerCase();
  const lower = file.path.toLowerCase();
  const id = file.path.slice(kept.length, -COPY.length - 1);
  const isKept = lower.startsWith(kept) && lower.endsWith(`\\${COPY.toLowerCase()}`);
  if (isKept && PLAIN_ID.test(id)) return keptPlaces(ownFolder, id);
  const stamp = file.modified.replace(/\D/g, '').slice(0, 14);
  return keptPlaces(ownFolder, `${file.sizeBytes}-${stamp}`);
}

/** Prints the third-party licence terms of the package, and nothing else; ends with 2. */
export function showTermsCommand(files: ServerPath): { file: ServerPath; args: string[] } {
  return { file: joinServerPath(files, 'UNIFIEDSETUP.EXE'), args: ['/ShowThirdpartyEULA'] };
}

/** Set-up ends what it prints with this line, whether or not anything was to be installed. */
const CLOSING =
  /\s*Installation of Azure Site Recovery Unified Setup has (?:failed|succeeded)\.\s*$/;

/** The terms in what set-up printed when it was asked for them. */
export const termsIn = (printed: string): string => printed.replace(CLOSING, '').trim();

const TERMS_EXIT = 2;

/** Printing the terms ends with 2, as a refused command line does: only the text tells them apart. */
export const termsReader: ToolReader = {
  judge({ code, output, error }) {
    if (code === TERMS_EXIT && /third[- ]?party/i.test(output) && /license/i.test(output)) {
      return { problem: null, facts: {}, restart: false };
    }
    const toolWords = `${output}${error}`.trim().split(/\r?\n/).slice(0, 5);
    return {
      problem: { ...text.termsUnreadable, toolWords, code: String(code) },
      facts: {},
      restart: false,
    };
  },
};
