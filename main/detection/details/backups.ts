import { BACKUP_RECORD } from '../../../contract/backup-record';
import { type KeptBackup, keptBackupSchema } from '../../../contract/details';
import { jsonOf } from '../../../contract/json';
import { type Result, success } from '../../../contract/problem';
import { joinServerPath } from '../../../contract/server-path';
import type { Server } from '../../host/server';
import { backupsFolder } from '../../vendor/backups';

/** The backups that are whole, newest first. One without its record was never finished. */
export async function findBackups(server: Server): Promise<Result<KeptBackup[]>> {
  const folder = backupsFolder(server.places.ownFolder);
  if ((await server.files.stat(folder)) === null) return success([]);
  const found: KeptBackup[] = [];
  for (const id of await server.files.list(folder)) {
    const text = await server.readText(joinServerPath(folder, id, BACKUP_RECORD));
    const record = keptBackupSchema.safeParse(jsonOf(text ?? ''));
    if (record.success) found.push(record.data);
  }
  return success(found.sort((one, other) => other.madeAt.localeCompare(one.madeAt)));
}
