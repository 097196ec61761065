import type { ServerFacts } from '../../contract/facts';
import { text } from '../../contract/text/set-up-procedure';
import { type FolderReason, folderReason } from '../vendor/install-folder';
import { isIpv4, isUsableIpv4 } from '../vendor/ipv4';
import { mangledInProxyFile } from '../vendor/proxy-settings-file';

const { wrong } = text;

/** What is wrong with one answer, in words; null when it is good. */
export type FieldProblem = string | null;

/** An address another server can have; set-up itself would let `0.x` pass and fail later. */
export function csAddressProblem(value: string): FieldProblem {
  if (!isIpv4(value)) {
    if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(value) && /(?:^|\.)0\d/.test(value))
      return wrong.ipv4Zeros;
    if (/^[0-9a-f:]*:[0-9a-f:]+$/i.test(value)) return wrong.ipv6;
    return /[a-z]/i.test(value) ? wrong.ipv4HostName : wrong.ipv4;
  }
  return isUsableIpv4(value) ? null : wrong.ipv4Unusable;
}

/** Plain digits only: set-up takes `0443` and `+9443` too, and drops 443 without a word. */
export function dataPortProblem(value: string): FieldProblem {
  if (/^\s*\+?0*443\s*$/.test(value)) return wrong.port443;
  const problem = portProblem(value);
  return problem === null && value === '1' ? wrong.portOne : problem;
}

/** A port in plain digits. An empty one passes the vendor's check and fails at the end with 115. */
export function portProblem(value: string): FieldProblem {
  if (value.trim() === '') return wrong.portEmpty;
  return /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535 ? null : wrong.port;
}

export function passphraseProblem(value: string): FieldProblem {
  if (value.startsWith('\uFEFF')) return wrong.passphraseMark;
  if (/\s/.test(value)) return wrong.passphraseBlanks;
  if (!/^[\x21-\x7e]*$/.test(value)) return wrong.passphraseAscii;
  if (/[=;]/.test(value)) return wrong.passphraseSigns;
  return value.length < 16 ? wrong.passphraseLength : null;
}

/** A value that goes between the quotes of the proxy file. */
export function proxyValueProblem(value: string): FieldProblem {
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

export function proxyAddressProblem(value: string): FieldProblem {
  if (/^http:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(value)) return null;
  if (/^https:/i.test(value)) return wrong.proxyHttps;
  if (/^http:/i.test(value) && !value.startsWith('http:')) return wrong.proxyUpperCase;
  if (/:\d*\/?$/.test(value.replace(/^http:/, ''))) return wrong.proxyPortInside;
  return /^[A-Za-z0-9.-]+$/.test(value) ? wrong.proxyNoScheme : wrong.proxyAddress;
}

/** A version as the portal shows it; empty is allowed where nobody knows it. */
export function versionProblem(value: string): FieldProblem {
  return value === '' || /^\d+(?:\.\d+){1,3}$/.test(value) ? null : wrong.version;
}

const FOLDER_WORDS: Readonly<Record<FolderReason, string>> = {
  empty: wrong.required,
  network: wrong.folderNetwork,
  relative: wrong.folderRelative,
  root: wrong.folderRoot,
  trailing: wrong.folderBackslash,
  notAscii: wrong.folderNotAscii,
  form: wrong.folderForm,
  characters: wrong.folderCharacters,
  long: wrong.folderLong,
  temp: wrong.folderTemp,
  system: wrong.folderSystem,
};

/** A folder that every part of set-up takes, on a drive of this server that it can use. */
export function installFolderProblem(value: string, facts: ServerFacts): FieldProblem {
  const reason = folderReason(value);
  return reason === null
    ? driveProblem(value.slice(0, 2).toUpperCase(), facts)
    : FOLDER_WORDS[reason];
}

function driveProblem(letter: string, facts: ServerFacts): FieldProblem {
  const drive = facts.drives.find((one) => one.letter.toUpperCase() === letter);
  const isUsable = drive?.kind === 'fixed' && drive.fileSystem?.toUpperCase() === 'NTFS';
  return isUsable ? null : wrong.drive(letter);
}

/** A set-up file that was found on the server and can be one. */
export function setupFileProblem(value: string, facts: ServerFacts): FieldProblem {
  if (value === '') return wrong.setupFile;
  if (value.split(/[\\/]/).includes('..')) return wrong.setupFileMissing(value);
  const found = facts.setupFiles.find(({ path }) => path.toLowerCase() === value.toLowerCase());
  if (!found) return wrong.setupFileMissing(value);
  if (!/\.exe$/i.test(value)) return wrong.setupFileForeign;
  return found.sizeBytes === 0 ? wrong.setupFileEmpty : null;
}

export const oneOf = (value: string, ...allowed: string[]): FieldProblem =>
  allowed.includes(value) ? null : wrong.choice;
