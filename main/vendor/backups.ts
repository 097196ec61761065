import { BACKUP_RECORD } from '../../contract/backup-record';
import type { KeptBackup } from '../../contract/details';
import { joinServerPath, type ServerPath, serverFileName } from '../../contract/server-path';

/** Where every change of this program keeps what it is about to change. */
export const backupsFolder = (ownFolder: ServerPath) => joinServerPath(ownFolder, 'backups');

/** A path on a local drive with nothing in it that leads elsewhere: no `..`, stream or device. */
const PLAIN_PATH = /^[a-z]:(?:\\[^\\/:*?"<>|]+)+$/i;
const isPlainPath = (path: string) =>
  PLAIN_PATH.test(path) && !path.split('\\').some((part) => /^\.+$|[. ]$/.test(part));

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/**
 * True when a record says what this program writes into one that lies in `folder`. Nobody but
 * administrators gets into that folder; still a record decides what is written where, so one that
 * names anything but its own copies, places on local drives and keys of the machine is none.
 */
export function isOwnRecord(record: KeptBackup, folder: ServerPath): boolean {
  const isCopy = (keptAs: string | null) =>
    keptAs === null ||
    (isSame(keptAs, joinServerPath(folder, serverFileName(keptAs))) &&
      isPlainPath(keptAs) &&
      !isSame(serverFileName(keptAs), BACKUP_RECORD));
  return (
    isSame(record.folder, folder) &&
    record.id === serverFileName(folder) &&
    Number.isFinite(Date.parse(record.madeAt)) &&
    record.files.every(({ path, keptAs }) => isPlainPath(path) && isCopy(keptAs)) &&
    record.registry.every(
      ({ key, keptAs }) => /^HKEY_LOCAL_MACHINE\\[^\r\n]+$/i.test(key) && isCopy(keptAs),
    )
  );
}
