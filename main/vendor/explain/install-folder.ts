export type FolderFlaw =
  | 'empty'
  | 'network'
  | 'variable'
  | 'relative'
  | 'notAscii'
  | 'characters'
  | 'long'
  | 'temp'
  | 'system'
  | 'root'
  | 'driveRelative'
  | 'trailing'
  | 'written';

/** An install folder: good as it is, mended into `folder`, or of no use (`folder` is null). */
export interface FolderReading {
  readonly folder: string | null;
  readonly flaw: FolderFlaw | null;
}

const LONGEST_FOLDER = 120;

const unusable = (flaw: FolderFlaw): FolderReading => ({ folder: null, flaw });

/**
 * Reads an install folder. Set-up itself lets much through that fails later: the root of a drive,
 * drive-relative folders, trailing backslashes, other than ASCII characters.
 * Source: vendor source, SetupFramework/ValidationHelper.cs, and runs of it.
 */
export function readInstallFolder(value: string): FolderReading {
  const given = value.trim();
  if (given === '') return unusable('empty');
  if (/^[\\/]{2}/.test(given)) return unusable('network');
  if (given.includes('%')) return unusable('variable');
  const path = given.replace(/[\\/]+/g, '\\');
  const drive = path.slice(0, 2);
  if (!/^[A-Za-z]:$/.test(drive)) return unusable('relative');
  if (/^\\?$/.test(path.slice(2))) {
    return { folder: `${drive.toUpperCase()}\\ASR`, flaw: 'root' };
  }
  const folder = `${drive}\\${path.slice(2).replace(/^\\|\\$/g, '')}`;
  const flaw = flawOfFolder(folder);
  if (flaw !== null) return unusable(flaw);
  if (folder === value) return { folder, flaw: null };
  if (!path.startsWith('\\', 2)) return { folder, flaw: 'driveRelative' };
  return { folder, flaw: /[\\/]$/.test(given) ? 'trailing' : 'written' };
}

function flawOfFolder(folder: string): FolderFlaw | null {
  if (/[^\x20-\x7e]/.test(folder)) return 'notAscii';
  if (!/^[A-Za-z]:\\[A-Za-z0-9 ._()\\-]+$/.test(folder)) return 'characters';
  const parts = folder.split('\\').slice(1);
  if (parts.some((part) => /^[\s.-]|[\s.]$/.test(part))) return 'characters';
  if (folder.length > LONGEST_FOLDER) return 'long';
  if (/^[a-z]:\\temp(?:\\|$)/i.test(folder)) return 'temp';
  const isSystem =
    /^c:\\(?:windows|program files(?: \(x86\))?)(?:\\|$)/i.test(folder) ||
    /^c:\\programdata\\(?:asr|microsoft|processservermanager)(?:\\|$)/i.test(folder);
  return isSystem ? 'system' : null;
}
