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

/**
 * A place that names this server, a card of it or its configuration server. `own`: the address of
 * this server; `card`: the card, by its description; `other`: anything else with that same address.
 */
export const writtenPlaceSchema = z.object({
  role: z.enum(['own', 'card', 'configurationServer', 'other']),
  /** The file or registry key. */
  where: z.string(),
  setting: z.string(),
  value: z.string(),
});
export type WrittenPlace = z.infer<typeof writtenPlaceSchema>;

/**
 * Facts that only some procedures need and that take time to learn: looked at for those alone. What
 * nobody asked for is left out.
 */
export const serverDetailsSchema = z.object({
  backups: z.array(keptBackupSchema).optional(),
  writtenPlaces: z.array(writtenPlaceSchema).optional(),
});
export type ServerDetails = z.infer<typeof serverDetailsSchema>;
export type DetailName = keyof ServerDetails;
