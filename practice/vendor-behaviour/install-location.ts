import { asciiUpper } from './dotnet-text';
import type { SetupEnvironment } from './setup-environment';
import type { SetupJournal } from './setup-journal';
import { emptyLocationCrash } from './setup-texts';

const systemRoot = 'C:\\';
const minimumFreeGb = 600;

/** An exception nobody catches: set-up ends with exit code 1. */
export class SetupCrash extends Error {}

/**
 * True for a location set-up takes as "not the system drive": rooted, no network path, and not
 * exactly `C:\`. The comparison knows only that spelling, so `c:\` and `C:\x` pass (vendor source,
 * SF/ValidationHelper.cs; observed in runs of it).
 */
export function isNonSystemDrive(location: string): boolean {
  const path = `${location}\\`;
  if (path.startsWith('\\\\') || hasInvalidCharacter(path) || !isRooted(path)) return false;
  // As .NET Framework's Path does: no blanks at the end of a name, one kind of separator.
  const normal = path.replace(/ +(?=[\\/])/g, '').replace(/[\\/]+/g, '\\');
  return !isTooLong(normal) && normal !== systemRoot;
}

/**
 * Looks at the drive a location names by its first letter: it must exist, be fixed, have NTFS and,
 * when `needsSpace`, 600 GB free (vendor source, SF/ValidationHelper.cs). Throws `SetupCrash` for an
 * empty location, as the vendor's program takes its first letter without looking.
 */
export function isUsableLocation(
  location: string,
  needsSpace: boolean,
  environment: SetupEnvironment,
  journal: SetupJournal,
): boolean {
  if (location === '') throw new SetupCrash(emptyLocationCrash);
  const name = `${asciiUpper(location.charAt(0))}:`;
  const shown = `${name}\\`;
  journal.trace(`InstallLocation value: ${location}`, `InstallDrive value: ${shown}`);
  const drive = environment.drives.get(name);
  if (!drive) {
    journal.trace(`InstallDrive(${shown}) validation has failed.`);
    return false;
  }
  journal.trace(`InstallDrive(${shown}) exists.`);
  if (drive.type !== 'Fixed' || asciiUpper(drive.fs) !== 'NTFS') {
    journal.trace(`InstallDrive(${shown}) is not a fixed drive or not a NTFS drive`);
    return false;
  }
  journal.trace(`InstallDrive(${shown}) is a fixed drive and NTFS drive`);
  if (needsSpace) {
    const isEnough = drive.freeGb >= minimumFreeGb;
    journal.trace(
      `InstallDrive(${shown}) has ${drive.freeGb} GB free space`,
      `InstallDrive(${shown}) has ${isEnough ? 'more' : 'less'} than ${minimumFreeGb} GB free space`,
    );
    if (!isEnough) return false;
  }
  journal.trace(`InstallDrive(${shown}) validation has succeeded.`);
  return true;
}

/**
 * .NET's `Path.Combine`: nothing is put between after a separator or a colon, so a drive without
 * a folder makes a drive-relative path (`D:` gives `D:agent`).
 */
export function combinePath(folder: string, name: string): string {
  if (folder === '') return name;
  return /[\\/:]$/.test(folder) ? `${folder}${name}` : `${folder}\\${name}`;
}

function hasInvalidCharacter(path: string): boolean {
  // Characters .NET Framework's Path refuses anywhere in a path; it doesn't refuse : ? *.
  return [...path].some((letter) => letter < ' ' || '"<>|'.includes(letter));
}

function isRooted(path: string): boolean {
  return /^[\\/]/.test(path) || path[1] === ':';
}

function isTooLong(path: string): boolean {
  return path.length > 32767 || path.split('\\').some((name) => name.length > 255);
}
