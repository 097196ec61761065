import { z } from 'zod';
import { downloadSchema } from '../world/downloads';
import {
  agentTakesProxySchema,
  defenderSchema,
  faultSchema,
  serviceHabitSchema,
  serviceSchema,
  windowActSchema,
} from '../world/schema';

/** Sample values only: they are printed in the guide so that everybody can practise with them. */
export const samplePassphrase = 'Practice-Passphrase-01';
export const sampleProxyPassword = 'Practice-Proxy-01';

const gb = z.number().nonnegative();

/** A part of a process server that is there from the start. */
export const partSchema = z.enum([
  'dependencies',
  'processServer',
  'masterTarget',
  'agent',
  'registration',
]);

/** A scenario as a person writes it: everything has a default, five lines are enough. */
export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  description: z.string().default(''),
  server: z
    .strictObject({
      name: z.string().default('WIN-PS01'),
      user: z.string().default('WIN-PS01\\Administrator'),
      administrator: z.boolean().default(true),
      /** Session of Windows that programs run in; 0 has no screen. */
      session: z.number().int().nonnegative().default(1),
      caption: z.string().default('Microsoft Windows Server 2016 Standard'),
      version: z.string().default('10.0.14393'),
      language: z.string().default('en-US'),
      memoryGb: gb.default(16),
      processors: z.number().int().positive().default(8),
      vmwareTools: z.boolean().default(true),
      installerBusy: z.boolean().default(false),
      pendingRestart: z.boolean().default(false),
      /** The proxy that Windows itself uses, as `http://host:port`. */
      systemProxy: z.string().nullable().default(null),
      /** Language of formats. */
      culture: z.string().default('en-US'),
      /** `Release` of .NET Framework 4; null when it isn't installed. */
      dotNetRelease: z.number().int().nullable().default(461814),
      tls10Off: z.boolean().default(false),
      fips: z.boolean().default(false),
      policies: z
        .strictObject({
          commandPrompt: z.boolean().default(false),
          registryTools: z.boolean().default(false),
          attachments: z.boolean().default(false),
          scripts: z.boolean().default(false),
        })
        .prefault({}),
      /** What group policy set for this program, by the names of the values. */
      organisation: z.record(z.string(), z.string()).default({}),
      /** null: WMI doesn't know the class of roles. */
      roles: z.array(z.string()).nullable().default([]),
      clockOffsetSeconds: z.number().nullable().default(0),
      timeSource: z.string().default('time.windows.com'),
      /** What lies at C:\ProgramData\ASR before set-up. */
      asrFolder: z.enum(['absent', 'junction', 'folder']).default('absent'),
      /** Made from the image of the Azure gallery. */
      galleryImage: z.boolean().default(false),
      mySql55: z.string().nullable().default(null),
      perl: z.string().nullable().default(null),
    })
    .prefault({}),
  drives: z
    .array(
      z.strictObject({
        letter: z.string().regex(/^[A-Z]:$/),
        kind: z.enum(['fixed', 'removable', 'network', 'optical']).default('fixed'),
        fileSystem: z.string().default('NTFS'),
        sizeGb: gb,
        freeGb: gb,
      }),
    )
    .default([
      { letter: 'C:', kind: 'fixed', fileSystem: 'NTFS', sizeGb: 127, freeGb: 100 },
      { letter: 'D:', kind: 'fixed', fileSystem: 'NTFS', sizeGb: 750, freeGb: 700 },
    ]),
  addresses: z
    .array(
      z.strictObject({
        address: z.ipv4(),
        adapter: z.string().default('Ethernet0'),
        dhcp: z.boolean().default(false),
        description: z.string().default('vmxnet3 Ethernet Adapter'),
      }),
    )
    .default([
      {
        address: '10.20.30.41',
        adapter: 'Ethernet0',
        dhcp: false,
        description: 'vmxnet3 Ethernet Adapter',
      },
    ]),
  configurationServer: z
    .strictObject({
      address: z.ipv4().default('10.20.30.40'),
      answers: z.enum(['yes', 'refuses', 'timesOut']).default('yes'),
      passphrase: z.string().default(samplePassphrase),
    })
    .prefault({}),
  /** The only way to Azure; null when the server reaches it directly. */
  proxy: z
    .strictObject({
      server: z.string().default('http://proxy.contoso.test'),
      port: z.number().int().default(8080),
      user: z.string().default(''),
      password: z.string().default(''),
      /** It lets in who signs in with the Windows account. */
      windowsSignIn: z.boolean().default(false),
      /** Hosts it connects to, `*.` at the beginning for any below; null: all of them. */
      allowedHosts: z.array(z.string()).nullable().default(null),
    })
    .nullable()
    .default(null),
  /** The proxy that the agent was given by set-up. */
  agentProxy: z
    .strictObject({
      server: z.string().default('http://old-proxy.contoso.test'),
      port: z.number().int().default(8080),
      user: z.string().default(''),
      bypass: z.string().default(''),
      /** The window of set-up keeps it in the registry too, a silent run does not. */
      writtenBy: z.enum(['window', 'silentRun']).default('silentRun'),
    })
    .nullable()
    .default(null),
  /** How the agent takes a new proxy. */
  agentTakesProxy: agentTakesProxySchema.default('yes'),
  /** Addresses of the internet, besides the usual ones and in place of the same. */
  downloads: z.array(downloadSchema).default([]),
  setupFile: z
    .strictObject({
      path: z
        .string()
        .default('C:\\Users\\Administrator\\Downloads\\MicrosoftAzureSiteRecoveryUnifiedSetup.exe'),
      version: z.string().default('9.55.6765.1'),
      signature: z.enum(['valid', 'unsigned', 'untrusted']).default('valid'),
      /** One byte was changed after it was signed. */
      changed: z.boolean().default(false),
    })
    .prefault({}),
  installed: z
    .strictObject({
      parts: z.array(partSchema).default([...partSchema.options]),
      version: z.string().default('9.55.6765.1'),
      folder: z.string().default('D:\\ASR'),
      dataPort: z.string().default('9443'),
      /** The configuration server is on it too. */
      configurationServer: z.boolean().default(false),
      /** The configuration server it belongs to; null for that of the scenario. */
      csAddress: z.ipv4().nullable().default(null),
      /** The address it was installed with; null for the first one of the scenario. */
      psAddress: z.ipv4().nullable().default(null),
      /** The card it was installed with, by its description; null for the first one. */
      psCard: z.string().nullable().default(null),
      /** Of an upgrade that stopped half-way; null for that of the other parts. */
      masterTargetVersion: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** The agent backs up this server to Azure Backup as well. */
  azureBackup: z.boolean().default(false),
  /** Process servers that the configuration server of this server lists besides itself. */
  registeredServers: z
    .array(
      z.strictObject({
        name: z.string(),
        address: z.ipv4(),
        /** How long nothing was heard of it; 0: it reports, null: it never did. */
        silentHours: z.number().nonnegative().nullable(),
      }),
    )
    .default([]),
  listeners: z.array(z.strictObject({ port: z.number().int(), program: z.string() })).default([]),
  /** A set-up program that somebody else runs. */
  otherSetup: z
    .strictObject({
      name: z.string().default('UnifiedSetup'),
      session: z.number().int().default(1),
    })
    .nullable()
    .default(null),
  /** Further files of the server by path. */
  files: z.record(z.string(), z.string()).default({}),
  /** What an earlier change kept before it began; null when nothing was ever changed here. */
  backup: z
    .strictObject({
      /** Name of its folder. */
      id: z.string(),
      /** Title of the change it was made for. */
      madeFor: z.string(),
      daysAgo: z.number().nonnegative().default(1),
      /** Files of the server as set-up left them. */
      files: z.array(z.string()).min(1),
      /** What somebody wrote into them since. */
      edits: z
        .array(z.strictObject({ path: z.string(), from: z.string(), to: z.string() }))
        .default([]),
    })
    .nullable()
    .default(null),
  /** Files that another program holds open. */
  lockedFiles: z.array(z.string()).default([]),
  /** Somebody removed the junction of the installation. */
  junction: z.enum(['asInstalled', 'missing']).default('asInstalled'),
  /** Services that never run, and the Windows error a start of them gives. */
  servicesThatFail: z.record(z.string(), z.number().int()).default({}),
  /** Services that are, or behave, otherwise than after set-up, by name. */
  services: z
    .record(
      z.string(),
      serviceHabitSchema.extend({
        startType: serviceSchema.shape.startType.optional(),
        state: z.enum(['stopped']).optional(),
      }),
    )
    .default({}),
  /** How Microsoft Defender differs from that of a new Windows Server. */
  defender: defenderSchema.partial().default({}),
  /** Another antivirus product, by its service. */
  otherAntivirus: z
    .strictObject({ service: z.string(), displayName: z.string() })
    .nullable()
    .default(null),
  /** Days until certificates end, counted from when the server is laid; null: as they are made. */
  certificates: z
    .strictObject({
      dataPortDays: z.number().int().nullable().default(null),
      registrationDays: z.number().int().nullable().default(null),
      configurationServerDays: z.number().int().default(800),
      /** The fingerprint file of the configuration server is of an older certificate. */
      oldFingerprint: z.boolean().default(false),
    })
    .prefault({}),
  /** Set-up parameters that this build of set-up doesn't know. */
  unknownParameters: z.array(z.string()).default([]),
  /** Files that the set-up file doesn't unpack. */
  missingFromPackage: z.array(z.string()).default([]),
  faults: z.array(faultSchema).default([]),
  /** What the person does at windows of programs, one after another. */
  windowActs: z.array(windowActSchema).default([]),
  /** Parts that an upgrade leaves at their version, though set-up ends well. */
  staysOld: z.array(partSchema).default([]),
  /** At its end the log of set-up is moved away, as when another set-up starts. */
  logRotated: z.boolean().default(false),
  /** From this sub-step of set-up on neither configuration server nor Azure answers. */
  networkLostAt: z.string().nullable().default(null),
  /** How many restarts it takes, once one is pending. */
  restartsNeeded: z.number().int().positive().default(1),
  afterKill: z.enum(['toolGoesOn', 'toolDies']).default('toolGoesOn'),
  minutes: z.record(z.string(), z.number().nonnegative()).default({}),
});
export type Scenario = z.output<typeof scenarioSchema>;

/** Reads a scenario; throws a ZodError that names the field which is wrong. */
export function parseScenario(json: unknown): Scenario {
  return scenarioSchema.parse(json);
}
