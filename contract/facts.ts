import { z } from 'zod';
import { serverDetailsSchema } from './details';

export const startTypeSchema = z.enum(['automatic', 'delayed', 'manual', 'disabled', 'unknown']);
export const serviceFactSchema = z.object({
  name: z.string(),
  state: z.enum(['running', 'stopped', 'starting', 'stopping', 'paused', 'unknown']),
  startType: startTypeSchema,
  pid: z.number().int().nullable(),
  /** Only on services of the product: whether the server needs it running to do its work. */
  mustRun: z.boolean().optional(),
  /** Services that have to run before it; left out when there are none. */
  dependsOn: z.array(z.string()).optional(),
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
  /** What Windows calls the card itself; the vendor's files name it by this. */
  description: z.string().optional(),
  dhcp: z.boolean(),
});

/** What set-up looks at by itself before it installs; null where it could not be told. */
export const prerequisiteFactsSchema = z.object({
  /** `Release` of .NET Framework 4 (394802 is 4.6.2); null when it is not installed. */
  dotNetRelease: z.number().int().nullable(),
  /** TLS 1.0 was switched off in Windows. */
  tls10Off: z.boolean(),
  fips: z.boolean(),
  /** Group policies that are in force and stop set-up. */
  policies: z.object({
    commandPrompt: z.boolean(),
    registryTools: z.boolean(),
    attachments: z.boolean(),
    scripts: z.boolean(),
  }),
  /** Language of formats and of texts of this user, for example en-US: the first not English. */
  culture: z.string(),
  /** Roles on this server that a process server must not share it with; null: could not tell. */
  roles: z.array(z.string()).nullable(),
  /** Seconds this clock is ahead of its time source; null when there is none or it did not answer. */
  clockOffsetSeconds: z.number().nullable(),
  timeSource: z.string(),
  /** What lies at C:\ProgramData\ASR. */
  asrFolder: z.enum(['absent', 'junction', 'folder']),
  /** Version of a MySQL server 5.5, which set-up does not go along with; null when there is none. */
  mySql55: z.string().nullable(),
  /** Version of a Perl that is not the vendor's own; null when there is none. */
  perl: z.string().nullable(),
  /** The proxy that Windows itself uses; null when it uses none. */
  systemProxy: z.string().nullable(),
});
export type PrerequisiteFacts = z.infer<typeof prerequisiteFactsSchema>;

/** A set-up file kept in our protected folder, with what is known of it. */
export const keptPackageSchema = z.object({
  id: z.string(),
  folder: z.string(),
  path: z.string(),
  /** Link or path it came from; null when that was not kept. */
  from: z.string().nullable(),
  keptAt: z.string().nullable(),
  sizeBytes: z.number(),
  /** Size that an unfinished download will have; null when unknown or finished. */
  wholeBytes: z.number().nullable(),
  state: z.enum(['verified', 'changed', 'notVerified', 'unfinished']),
  sha256: z.string().nullable(),
  version: z.string().nullable(),
  signer: z.string().nullable(),
  /** What could be told about revocation, in words; null before verification. */
  revocation: z.string().nullable(),
  isUnpacked: z.boolean(),
});
export type KeptPackage = z.infer<typeof keptPackageSchema>;

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
  /** The third-party licence terms as the package prints them; null when they were not read. */
  terms: z.string().nullable(),
});
export type PreparedPackage = z.infer<typeof preparedPackageSchema>;

/** What one pass of detection saw. `null` means "could not tell" or "not there", as named. */
export const serverFactsSchema = z.object({
  serverName: z.string(),
  windows: z.object({ caption: z.string(), version: z.string(), language: z.string() }),
  isAdministrator: z.boolean(),
  /** Session of Windows that this program runs in. 0 is that of services: it has no screen. */
  session: z.number().int().optional(),
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
    /** `2`: a process server alone, `3`: together with the configuration server. */
    serverType: z.string().nullable(),
    /** Made from the image of the Azure gallery: no master target, agent or registration of its own. */
    isGalleryImage: z.boolean(),
  }),
  registration: z.object({
    registered: z.boolean(),
    thumbprint: z.string().nullable(),
    validUntil: z.string().nullable(),
  }),
  /** Set-up files found where downloads usually lie. */
  setupFiles: z.array(z.object({ path: z.string(), sizeBytes: z.number(), modified: z.string() })),
  prepared: preparedPackageSchema.nullable(),
  packages: z.array(keptPackageSchema),
  prerequisites: prerequisiteFactsSchema,
  /** Ports somebody listens on already. */
  portsInUse: z.array(z.number().int()),
  details: serverDetailsSchema,
});
export type ServerFacts = z.infer<typeof serverFactsSchema>;

/** One look at the load of the server. */
export const loadSampleSchema = z.object({
  at: z.string(),
  processorPercent: z.number(),
  memoryPercent: z.number(),
  /** Free part of the drive with the cache, in percent; null when no process server is installed. */
  cacheFreePercent: z.number().nullable(),
  sentBytesPerSecond: z.number(),
});
export type LoadSample = z.infer<typeof loadSampleSchema>;

/** Where the server stands as a whole; decides the sentence and the button on Overview. */
export type ServerStanding = 'none' | 'partial' | 'installed' | 'working';
