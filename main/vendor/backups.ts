import { joinServerPath, type ServerPath } from '../../contract/server-path';

/** Where every change of this program keeps what it is about to change. */
export const backupsFolder = (ownFolder: ServerPath) => joinServerPath(ownFolder, 'backups');
