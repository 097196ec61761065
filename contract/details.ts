import { z } from 'zod';

/** What one backup made before a change holds. */
export const keptBackupSchema = z.object({
  /** The operation that made it. */
  id: z.string(),
  folder: z.string(),
  /** Title of the procedure it was made for. */
  madeFor: z.string(),
  madeAt: z.string(),
  /** Versions of the installed programs then; backups of older versions and of scripts have none. */
  programs: z.record(z.string(), z.string()).optional(),
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

const proxySettingSchema = z.object({
  server: z.string(),
  port: z.string(),
  user: z.string(),
  bypass: z.string(),
});
/** A proxy as one place keeps it. The password is never read. */
export type ProxySetting = z.infer<typeof proxySettingSchema>;

/** What the places with a proxy setting say; null where a place is not there. */
export const agentProxySchema = z.object({
  /** What Get-OBMachineSetting answers; null when the agent is not installed. */
  agent: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('proxy'), setting: proxySettingSchema }),
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('unknown'), why: z.string() }),
    ])
    .nullable(),
  /** Beside the process server. Only the window of set-up writes it; a silent run leaves it out. */
  processServer: proxySettingSchema.nullable(),
  /** The configuration server's own place. Nothing writes it on a process server alone. */
  configurationServer: proxySettingSchema.nullable(),
  /** The proxy of Windows for services (WinHTTP), as text; `none`; null when it can't be read. */
  services: z.string().nullable(),
  /** Where this server signs in to Azure, as its registration says; null when it does not. */
  signInAddress: z.string().nullable(),
});
export type AgentProxyFacts = z.infer<typeof agentProxySchema>;
/** Microsoft Defender Antivirus as its own cmdlets tell of it. */
export const defenderSchema = z.object({
  /** Windows has its cmdlets. */
  available: z.boolean(),
  /** It watches this server itself, and not another product. */
  active: z.boolean(),
  /** As it names it: Normal, Passive Mode and others; empty where it does not tell. */
  mode: z.string(),
  realTime: z.boolean(),
  paths: z.array(z.string()),
  /** It keeps its exclusions from whoever is signed in. */
  hidden: z.boolean(),
  tamperProtected: z.boolean(),
  /** What makes it ignore changes of its exclusions without a word. */
  lockedBy: z.enum(['nobody', 'policy', 'tamperProtection']),
});
export type DefenderFacts = z.infer<typeof defenderSchema>;

export const antivirusDetailSchema = z.object({
  /** null: it could not be asked; `why` has the words. */
  defender: defenderSchema.nullable(),
  why: z.string(),
  /** Names of other antivirus products whose services are on this server. */
  otherProducts: z.array(z.string()),
});
export type AntivirusDetail = z.infer<typeof antivirusDetailSchema>;

/** A certificate as a port showed it; null with the reason where none was seen. */
const shownCertificateSchema = z.object({
  seen: z
    .object({ subject: z.string(), thumbprint: z.string(), validUntil: z.string() })
    .nullable(),
  why: z.string(),
  /** SHA-1 that the vendor's fingerprint file holds, lower-case hex; null: no such file. */
  fingerprint: z.string().nullable(),
});

export const certificatesDetailSchema = z.object({
  /** The server's clock at that look: days are counted from it. */
  lookedAt: z.string(),
  dataPort: shownCertificateSchema,
  configurationServer: shownCertificateSchema,
  /** RenewCerts.exe lies where the vendor puts it. */
  hasRenewTool: z.boolean(),
});
export type CertificatesDetail = z.infer<typeof certificatesDetailSchema>;

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
      /** What is gone or other now. */
      changed: z.array(registryEntrySchema),
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
  agentProxy: agentProxySchema.optional(),
  antivirus: antivirusDetailSchema.optional(),
  certificates: certificatesDetailSchema.optional(),
  writtenPlaces: z.array(writtenPlaceSchema).optional(),
  removal: removalFactsSchema.optional(),
  leftovers: z.array(leftoverSchema).optional(),
  disconnectedServers: listedServersSchema.optional(),
  backupStates: z.array(backupStateSchema).optional(),
  unusableBackups: z.array(z.string()).optional(),
});
export type ServerDetails = z.infer<typeof serverDetailsSchema>;
export type DetailName = keyof ServerDetails;
