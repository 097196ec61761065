import { z } from 'zod';
import { downloadSchema } from './downloads';

/** A registry value. Binary and the like are lower-case hex without separators. */
export const registryValueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('REG_SZ'), data: z.string() }),
  z.object({ type: z.literal('REG_EXPAND_SZ'), data: z.string() }),
  z.object({ type: z.literal('REG_MULTI_SZ'), data: z.array(z.string()) }),
  z.object({ type: z.literal('REG_DWORD'), data: z.number().int().min(0).max(0xffffffff) }),
  /** Decimal digits: 64 bits don't fit a JSON number. */
  z.object({ type: z.literal('REG_QWORD'), data: z.string().regex(/^\d+$/) }),
  z.object({ type: z.literal('REG_BINARY'), data: z.string().regex(/^([0-9a-f]{2})*$/) }),
]);
export type RegistryValue = z.infer<typeof registryValueSchema>;

/**
 * Keys of the 64-bit view by their whole path; what 32-bit programs write lies under
 * `SOFTWARE\WOW6432Node`, as on Windows. The unnamed value has the name "".
 */
export const registrySchema = z.record(z.string(), z.record(z.string(), registryValueSchema));
export type Registry = z.infer<typeof registrySchema>;

export const serviceSchema = z.object({
  name: z.string(),
  displayName: z.string(),
  description: z.string().default(''),
  startType: z.enum(['automatic', 'delayed', 'manual', 'disabled']),
  state: z.enum(['running', 'stopped']),
  pid: z.number().int().default(0),
  /** Simulated time at which the last start or stop is through; until then it is pending. */
  settledAt: z.string().nullable().default(null),
  binaryPath: z.string(),
  dependsOn: z.array(z.string()).default([]),
  /** The service refuses to run: each start fails with this Windows error. */
  failsWith: z.number().int().nullable().default(null),
  exitCode: z.number().int().default(0),
  /** It was started and ends by itself when the start is through. */
  startsInVain: z.boolean().default(false),
});
export type Service = z.infer<typeof serviceSchema>;

/** How a service behaves otherwise than most do. */
export const serviceHabitSchema = z.strictObject({
  /** Seconds until it has stopped; `never`: it goes on stopping; `refuses`: it takes no such order. */
  stop: z.union([z.number().nonnegative(), z.enum(['never', 'refuses'])]).optional(),
  /** Seconds until it runs. */
  start: z.number().nonnegative().optional(),
  /** It starts and ends again, with this Windows error. */
  endsWith: z.number().int().positive().optional(),
});
export type ServiceHabit = z.infer<typeof serviceHabitSchema>;

export const accessEntrySchema = z.object({
  sid: z.string(),
  /** As icacls writes them: F, M, RX, R, W. */
  rights: z.string(),
  inherited: z.boolean(),
  kind: z.enum(['Allow', 'Deny']),
});
export const folderProtectionSchema = z.object({
  owner: z.string(),
  protected: z.boolean(),
  access: z.array(accessEntrySchema),
});
export type FolderProtection = z.infer<typeof folderProtectionSchema>;

/** What the person does at the window of a program. */
export const windowActSchema = z.enum([
  'saves',
  /** Closes it and enters nothing. */
  'closes',
  'mistypesDataPort',
  /** The program refuses the passphrase, and then the window is closed. */
  'mistypesPassphrase',
  /** Saves and leaves the window as it is. */
  'savesAndStays',
]);
export type WindowAct = z.infer<typeof windowActSchema>;

export const faultSchema = z.object({
  /** Base name of the tool without `.exe`, lower case. */
  tool: z.string(),
  /** A sub-step of set-up; left out, the fault hits the tool as a whole. */
  at: z.string().nullable().default(null),
  how: z.union([
    z.object({
      exit: z.number().int(),
      output: z.string().default(''),
      error: z.string().default(''),
    }),
    /** The clock jumps by so many minutes, or to shortly before midnight; the program goes on. */
    z.object({ clockJump: z.union([z.number().int(), z.literal('beforeMidnight')]) }),
    z.literal('dies'),
    z.literal('hangs'),
    /** The user is signed out, which ends the program and the one that started it. */
    z.literal('signOut'),
  ]),
  /** How many times it happens; null means each time. */
  times: z.number().int().positive().nullable().default(null),
});
export type Fault = z.infer<typeof faultSchema>;

const processSchema = z.object({
  pid: z.number().int(),
  name: z.string(),
  session: z.number().int(),
  startedAt: z.string(),
  /** The real process that plays it; null for a program of the scenario. */
  playedBy: z.number().int().nullable(),
});

const certificateSchema = z.object({
  store: z.string(),
  thumbprint: z.string(),
  subject: z.string(),
  validUntil: z.string(),
});

const listenerSchema = z.object({ port: z.number().int(), program: z.string() });

const agentProxySchema = z.object({
  server: z.string(),
  port: z.number().int(),
  user: z.string(),
  bypass: z.string(),
  hasPassword: z.boolean(),
});

/** `error`: the cmdlet reports an error that does not end it; `vain`: it reports nothing at all. */
export const agentTakesProxySchema = z.enum(['yes', 'error', 'vain']);

export const defenderSchema = z.object({
  /** Windows has its cmdlets. */
  available: z.boolean(),
  /** As its own status names it; `Not running`: its service is off. */
  mode: z.enum(['Normal', 'Passive Mode', 'EDR Block Mode', 'Not running']),
  realTime: z.boolean(),
  /** Folders and programs that it leaves out. */
  paths: z.array(z.string()),
  processes: z.array(z.string()),
  tamperProtected: z.boolean(),
  /** What makes it ignore changes of its exclusions without a word. */
  lockedBy: z.enum(['nobody', 'policy', 'tamperProtection']),
});
export type Defender = z.infer<typeof defenderSchema>;

const driveSchema = z.object({
  letter: z.string().regex(/^[A-Z]:$/),
  kind: z.enum(['fixed', 'removable', 'network', 'optical']),
  fileSystem: z.string(),
  sizeBytes: z.number(),
  freeBytes: z.number(),
});
export type Drive = z.infer<typeof driveSchema>;

const addressSchema = z.object({
  address: z.string(),
  adapter: z.string(),
  dhcp: z.boolean(),
  /** What Windows calls the card itself. */
  description: z.string().default('vmxnet3 Ethernet Adapter'),
});

/** Everything a simulated server is, apart from the content of its files and its clock. */
export const worldSchema = z.object({
  format: z.literal(1),
  scenario: z.string(),
  scenarioTitle: z.string(),
  computerName: z.string(),
  user: z.string(),
  isAdministrator: z.boolean(),
  session: z.number().int(),
  windows: z.object({
    caption: z.string(),
    version: z.string(),
    language: z.string(),
    /** Language of formats of the user who is logged on. */
    culture: z.string(),
    /** null: WMI doesn't know the class of roles. */
    roles: z.array(z.string()).nullable(),
  }),
  bootedAt: z.string(),
  /** Seconds the clock is ahead of its time source; null when that doesn't answer. */
  clockOffsetSeconds: z.number().nullable(),
  memoryBytes: z.number(),
  processors: z.number().int(),
  drives: z.array(driveSchema),
  addresses: z.array(addressSchema),
  installerBusy: z.boolean(),
  registry: registrySchema,
  services: z.array(serviceSchema),
  processes: z.array(processSchema),
  nextPid: z.number().int(),
  listeners: z.array(listenerSchema),
  certificates: z.array(certificateSchema),
  tasks: z.array(z.object({ name: z.string(), command: z.string(), user: z.string() })),
  /** A folder that is only another name for a folder elsewhere. */
  junctions: z.array(z.object({ path: z.string(), target: z.string() })),
  /** By path in lower case; folders not listed inherit from above. */
  protections: z.record(z.string(), folderProtectionSchema),
  /** Files a program of the scenario holds open: they can't be written or removed. */
  lockedFiles: z.array(z.string()),
  agentProxy: agentProxySchema.nullable(),
  agentTakesProxy: agentTakesProxySchema.default('yes'),
  /** Microsoft Defender; left out, it is as a new Windows Server has it. */
  defender: defenderSchema.optional(),
  configurationServer: z.object({
    address: z.string(),
    port: z.number().int(),
    answers: z.enum(['yes', 'refuses', 'timesOut']),
    passphrase: z.string(),
    thumbprint: z.string(),
    certificateValidUntil: z.string(),
    geoName: z.string(),
  }),
  /** Process servers in the database of the configuration server that is on this server. */
  registeredServers: z
    .array(
      z.object({
        hostId: z.string(),
        name: z.string(),
        address: z.string(),
        /** It lives and goes on reporting. */
        reports: z.boolean(),
        /** When one that does not report was last heard of; null: never. */
        heardAt: z.string().nullable(),
      }),
    )
    .default([]),
  /** The one way out to Azure, when the network has no other. */
  requiredProxy: z
    .object({
      server: z.string(),
      port: z.number().int(),
      user: z.string(),
      password: z.string(),
      /** It lets in who signs in with the Windows account. */
      windowsSignIn: z.boolean(),
      /** Hosts it connects to, `*.` at the beginning for any below; null: all of them. */
      allowedHosts: z.array(z.string()).nullable().default(null),
    })
    .nullable(),
  /** The proxy that Windows itself uses; null when it uses none. */
  systemProxy: z.string().nullable(),
  /** What the internet has besides Azure. */
  downloads: z.array(downloadSchema),
  package: z.object({
    version: z.string(),
    /** Files that the set-up file doesn't unpack. */
    missing: z.array(z.string()),
  }),
  /** Set-up parameters that this build of set-up doesn't know. */
  unknownParameters: z.array(z.string()),
  faults: z.array(faultSchema),
  /** What uninstallers that have returned still take away, by a process of that name. */
  removals: z
    .array(
      z.object({
        part: z.enum(['dependencies', 'processServer', 'masterTarget', 'agent']),
        process: z.string(),
        doneAt: z.string(),
      }),
    )
    .default([]),
  /** Inbound rules of the firewall by the name that is shown. */
  firewallRules: z.array(z.string()).default([]),
  /** Services that don't run whenever they are started, and the Windows error they give. */
  servicesThatFail: z.record(z.string(), z.number().int()),
  serviceHabits: z.record(z.string(), serviceHabitSchema).default({}),
  /** What is done at windows, one after another; afterwards all is saved as it should be. */
  windowActs: z.array(windowActSchema).default([]),
  /** Parts that an upgrade leaves at their version, though their installer ends well. */
  staysOld: z.array(z.string()).default([]),
  afterKill: z.enum(['toolGoesOn', 'toolDies']),
  /** Minutes each sub-step of set-up takes. */
  minutes: z.record(z.string(), z.number()),
  /** The log of set-up is moved to the folder Backup when set-up ends. */
  logRotated: z.boolean(),
  /** The sub-step of set-up at which the network goes; null when it stays or has gone. */
  networkLostAt: z.string().nullable(),
  /** Neither the configuration server nor Azure answers; a restart ends it. */
  networkLost: z.boolean(),
  /** How many restarts it takes until none is pending any more. */
  restartsNeeded: z.number().int(),
});
export type World = z.infer<typeof worldSchema>;
