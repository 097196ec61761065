/** The file beside what a backup keeps that names all of it; written last. */
export const BACKUP_RECORD = 'backup.json';
