import { BACKUP_RECORD } from '../../../contract/backup-record';
import { type KeptBackup, keptBackupSchema } from '../../../contract/details';
import { jsonOf } from '../../../contract/json';
import { type Result, success } from '../../../contract/problem';
import { joinServerPath } from '../../../contract/server-path';
import type { Server } from '../../host/server';
import { backupsFolder, isOwnRecord } from '../../vendor/backups';

interface FoundRecords {
  backups: KeptBackup[];
  /** Folders with a record that is not one of this program. */
  unusable: string[];
}

async function readRecords(server: Server): Promise<FoundRecords> {
  const folder = backupsFolder(server.places.ownFolder);
  const found: FoundRecords = { backups: [], unusable: [] };
  if ((await server.files.stat(folder)) === null) return found;
  for (const id of await server.files.list(folder)) {
    const place = joinServerPath(folder, id);
    if (!(await server.files.stat(place))?.isFolder) continue;
    const text = await server.readText(joinServerPath(place, BACKUP_RECORD));
    // One without its record was never finished.
    if (text === null) continue;
    const record = keptBackupSchema.safeParse(jsonOf(text));
    if (record.success && isOwnRecord(record.data, place)) found.backups.push(record.data);
    else found.unusable.push(place);
  }
  return found;
}

/** The backups that are whole, newest first. */
export async function findBackups(server: Server): Promise<Result<KeptBackup[]>> {
  const { backups } = await readRecords(server);
  const age = ({ madeAt }: KeptBackup) => Date.parse(madeAt);
  return success(backups.sort((one, other) => age(other) - age(one)));
}

/** Folders whose record is not as this program writes one; nothing of them is ever put back. */
export async function findUnusableBackups(server: Server): Promise<Result<string[]>> {
  return success((await readRecords(server)).unusable);
}
