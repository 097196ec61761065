import { z } from 'zod';

export const startTypeSchema = z.enum(['automatic', 'delayed', 'manual', 'disabled', 'unknown']);
export const serviceFactSchema = z.object({
  name: z.string(),
  state: z.enum(['running', 'stopped', 'starting', 'stopping', 'paused', 'unknown']),
  startType: startTypeSchema,
  pid: z.number().int().nullable(),
  /** Only on services of the product: whether the server needs it running to do its work. */
  mustRun: z.boolean().optional(),
});
export type ServiceFact = z.infer<typeof serviceFactSchema>;

export const driveFactSchema = z.object({
  letter: z.string(),
  kind: z.enum(['fixed', 'removable', 'network', 'optical', 'other']),
  fileSystem: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  freeBytes: z.number().nullable(),
});
export type DriveFact = z.infer<typeof driveFactSchema>;

export const addressFactSchema = z.object({
  address: z.string(),
  adapter: z.string(),
  dhcp: z.boolean(),
});

/** The four parts of a process server and what else matters, as the uninstall keys tell. */
export const productFactsSchema = z.object({
  dependencies: z.string().nullable(),
  processServer: z.string().nullable(),
  masterTarget: z.string().nullable(),
  agent: z.string().nullable(),
  vmwareTools: z.string().nullable(),
});

/** A set-up file that was copied into our protected folder, verified there and unpacked. */
export const preparedPackageSchema = z.object({
  folder: z.string(),
  source: z.string(),
  sha256: z.string(),
  signer: z.string(),
  version: z.string(),
  /** True when every file that set-up starts by bare name lies beside it. */
  complete: z.boolean(),
  /** True when the copy still has the hash that was verified. */
  unchanged: z.boolean(),
});
export type PreparedPackage = z.infer<typeof preparedPackageSchema>;

/** What one pass of detection saw. `null` means "could not tell" or "not there", as named. */
export const serverFactsSchema = z.object({
  serverName: z.string(),
  windows: z.object({ caption: z.string(), version: z.string(), language: z.string() }),
  isAdministrator: z.boolean(),
  bootId: z.string(),
  memoryBytes: z.number(),
  processors: z.number().int(),
  drives: z.array(driveFactSchema),
  addresses: z.array(addressFactSchema),
  /** Set-up programs that run now in any session. */
  runningSetups: z.array(
    z.object({ name: z.string(), pid: z.number().int(), session: z.number().int() }),
  ),
  /** A Windows Installer transaction is under way in some session. */
  installerBusy: z.boolean(),
  pendingRestart: z.boolean(),
  products: productFactsSchema,
  services: z.array(serviceFactSchema),
  configuration: z.object({
    csAddress: z.string().nullable(),
    csPort: z.string().nullable(),
    dataPort: z.string().nullable(),
    installFolder: z.string().nullable(),
    proxyType: z.string().nullable(),
  }),
  registration: z.object({
    registered: z.boolean(),
    thumbprint: z.string().nullable(),
    validUntil: z.string().nullable(),
  }),
  /** Set-up files found where downloads usually lie. */
  setupFiles: z.array(z.object({ path: z.string(), sizeBytes: z.number(), modified: z.string() })),
  prepared: preparedPackageSchema.nullable(),
  /** Ports somebody listens on already. */
  portsInUse: z.array(z.number().int()),
});
export type ServerFacts = z.infer<typeof serverFactsSchema>;

/** Where the server stands as a whole; decides the sentence and the button on Overview. */
export type ServerStanding = 'none' | 'partial' | 'installed' | 'working';
