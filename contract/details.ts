import { z } from 'zod';

/** What one backup made before a change holds. */
export const keptBackupSchema = z.object({
  /** The operation that made it. */
  id: z.string(),
  folder: z.string(),
  /** Title of the procedure it was made for. */
  madeFor: z.string(),
  madeAt: z.string(),
  files: z.array(
    z.object({
      path: z.string(),
      keptAs: z.string().nullable(),
      /** SHA-256 when it was kept; backups of older versions have none. */
      sha256: z.string().optional(),
    }),
  ),
  registry: z.array(
    z.object({ view: z.enum(['32', '64']), key: z.string(), keptAs: z.string().nullable() }),
  ),
});
export type KeptBackup = z.infer<typeof keptBackupSchema>;

/**
 * How something kept is on the server now. `added`: it was absent then and is there now. `absent`: it
 * was absent then and still is. `damaged`: what was kept is gone or not as it was. `unknown`: it could
 * not be read.
 */
export const keptStateSchema = z.enum([
  'same',
  'changed',
  'missing',
  'added',
  'absent',
  'damaged',
  'unknown',
]);
export type KeptState = z.infer<typeof keptStateSchema>;

/** A value of the registry, or a key with all in it where no value is named. */
export const registryEntrySchema = z.object({ key: z.string(), name: z.string().nullable() });
export type RegistryEntry = z.infer<typeof registryEntrySchema>;

/** A backup beside the server as it is now; files and keys in the order of the backup. */
export const backupStateSchema = z.object({
  id: z.string(),
  sizeBytes: z.number(),
  /** Whole days since it was made. */
  ageDays: z.number().int(),
  files: z.array(keptStateSchema),
  registry: z.array(
    z.object({
      state: keptStateSchema,
      /** What came into the key since. */
      added: z.array(registryEntrySchema),
    }),
  ),
});
export type BackupState = z.infer<typeof backupStateSchema>;

/**
 * Facts that only some procedures need and that take time to learn: looked at for those alone. What
 * nobody asked for is left out.
 */
export const serverDetailsSchema = z.object({
  backups: z.array(keptBackupSchema).optional(),
  backupStates: z.array(backupStateSchema).optional(),
});
export type ServerDetails = z.infer<typeof serverDetailsSchema>;
export type DetailName = keyof ServerDetails;
