import { type FolderReason, folderReason } from '../install-folder';

/** What is told of a folder: no use at all, or written otherwise than it is used. */
export type FolderFlaw = Exclude<FolderReason, 'form'> | 'variable' | 'driveRelative' | 'written';

/** An install folder: good as it is, mended into `folder`, or of no use (`folder` is null). */
export interface FolderReading {
  readonly folder: string | null;
  readonly flaw: FolderFlaw | null;
}

const unusable = (flaw: FolderFlaw): FolderReading => ({ folder: null, flaw });

/** Reads an install folder out of a command line, mending what can be mended without a question. */
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
  const flaw = folderReason(folder);
  if (flaw !== null) return unusable(flaw === 'form' ? 'characters' : flaw);
  if (folder === value) return { folder, flaw: null };
  if (!path.startsWith('\\', 2)) return { folder, flaw: 'driveRelative' };
  return { folder, flaw: /[\\/]$/.test(given) ? 'trailing' : 'written' };
}
