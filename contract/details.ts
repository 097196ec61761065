import { z } from 'zod';

/** What one backup made before a change holds. */
export const keptBackupSchema = z.object({
  /** The operation that made it. */
  id: z.string(),
  folder: z.string(),
  /** Title of the procedure it was made for. */
  madeFor: z.string(),
  madeAt: z.string(),
  files: z.array(z.object({ path: z.string(), keptAs: z.string().nullable() })),
  registry: z.array(
    z.object({ view: z.enum(['32', '64']), key: z.string(), keptAs: z.string().nullable() }),
  ),
});
export type KeptBackup = z.infer<typeof keptBackupSchema>;

/** The process servers that a configuration server lists for one address. */
export const listedServersSchema = z.object({
  script: z.object({ path: z.string(), isThere: z.boolean() }),
  perl: z.object({ path: z.string(), isThere: z.boolean() }),
  /** The address it was asked for; null when it was not asked. */
  address: z.string().nullable(),
  readAt: z.string(),
  /** null when the list could not be read, or was not asked for. */
  rows: z
    .array(
      z.object({
        /** Name and address, as listed. */
        server: z.string(),
        /** When it was last heard of, as listed. */
        heartbeat: z.string(),
        /** The same as a point in time; null when it can't be read as one. */
        heardAt: z.string().nullable(),
      }),
    )
    .nullable(),
  /** Why the list could not be read, in words; empty when nothing went wrong. */
  trouble: z.string(),
  toolWords: z.array(z.string()),
});
export type ListedServers = z.infer<typeof listedServersSchema>;

/**
 * Facts that only some procedures need and that take time to learn: looked at for those alone. What
 * nobody asked for is left out.
 */
export const serverDetailsSchema = z.object({
  backups: z.array(keptBackupSchema).optional(),
  disconnectedServers: listedServersSchema.optional(),
});
export type ServerDetails = z.infer<typeof serverDetailsSchema>;
export type DetailName = keyof ServerDetails;
