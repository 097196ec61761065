import { z } from 'zod';

/** SHA-256 by path below a folder, in lower case. */
export const folderRecordSchema = z.record(z.string(), z.string());
export type FolderRecord = z.infer<typeof folderRecordSchema>;

/** Names of recorded files that are missing or not as they were. Files that came later are let be. */
export function changedSince(record: FolderRecord, now: FolderRecord): string[] {
  return Object.entries(record)
    .filter(([name, hash]) => now[name] !== hash)
    .map(([name]) => name);
}
