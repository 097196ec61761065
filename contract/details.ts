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

/** What has to be known before the parts of a process server are removed. */
export const removalFactsSchema = z.object({
  /** The uninstallers that the entries of the parts name; null where an entry names none. */
  uninstallers: z.record(z.string(), z.string().nullable()),
  /** Signs that the agent serves Azure Backup here as well, in words; empty when there are none. */
  backupSigns: z.array(z.string()),
  /** Whether the configuration server answers this server; null when none is written down. */
  configurationServer: z.object({ answers: z.boolean(), said: z.string() }).nullable(),
  /** Folders that go with the dependencies and are there, with what lies in C:\\Temp. */
  deletedFolders: z.array(z.string()),
  temporaryFiles: z.array(z.string()),
});
export type RemovalFacts = z.infer<typeof removalFactsSchema>;

/** Something of a process server that its uninstallers leave. */
export const leftoverSchema = z.object({
  /** Its name as an answer. */
  id: z.string(),
  kind: z.enum(['folder', 'key', 'service', 'certificate', 'firewallRule', 'junction']),
  /** Path, key, service name, thumbprint or name of the rule. */
  name: z.string(),
});
export type Leftover = z.infer<typeof leftoverSchema>;

/**
 * Facts that only some procedures need and that take time to learn: looked at for those alone. What
 * nobody asked for is left out.
 */
export const serverDetailsSchema = z.object({
  backups: z.array(keptBackupSchema).optional(),
  removal: removalFactsSchema.optional(),
  leftovers: z.array(leftoverSchema).optional(),
});
export type ServerDetails = z.infer<typeof serverDetailsSchema>;
export type DetailName = keyof ServerDetails;
