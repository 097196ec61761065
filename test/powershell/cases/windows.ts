import { z } from 'zod';
import {
  loadSampleSchema,
  prerequisiteFactsSchema,
  serverFactsSchema,
} from '../../../contract/facts';
import { answered, exactly, failed, type ScriptCase } from '../case';
import { key, list32, list64, mocked, real } from './mocked-windows';

const program = (name: string, version: string, folder = '') =>
  key({ DisplayName: name, DisplayVersion: version, InstallLocation: folder });
const facts = prerequisiteFactsSchema;

const load = {
  Win32_PerfFormattedData_PerfOS_Processor: [
    { Name: '0', PercentProcessorTime: 90 },
    { Name: '_Total', PercentProcessorTime: 37 },
  ],
  Win32_PerfFormattedData_PerfOS_Memory: [{ PercentCommittedBytesInUse: 52 }],
  Win32_PerfFormattedData_Tcpip_NetworkInterface: [
    { BytesSentPersec: 1000 },
    { BytesSentPersec: 24 },
  ],
};

const roles = (ids: readonly number[], productType = 3) => ({
  Win32_OperatingSystem: [{ ProductType: productType }],
  Win32_ServerFeature: ids.map((ID) => ({ ID })),
});
const nothing = { roles: [], mySql55: null, perl: null };
/** C:\ProgramData\ASR is looked at for real. */
const software = (value: object) =>
  answered(
    z
      .strictObject({ asrFolder: z.enum(['absent', 'junction', 'folder']) })
      .extend(
        Object.fromEntries(
          Object.entries({ ...nothing, ...value }).map(([name, field]) => [name, exactly(field)]),
        ),
      ),
  );

const shape = serverFactsSchema.shape;
const server = z.strictObject({
  computerName: z.string().min(1),
  user: z.string().includes('\\'),
  caption: z.string(),
  version: z.string(),
  language: z.string().regex(/^[a-z]{2,3}(-|$)/),
  isAdministrator: z.boolean(),
  session: z.number().int(),
  bootId: z.iso.datetime({ precision: 7 }),
  memoryBytes: z.number(),
  processors: z.number(),
  drives: shape.drives,
  addresses: shape.addresses,
});
const drive = (letter: string, type: number, size: number | null) => ({
  DeviceID: letter,
  DriveType: type,
  FileSystem: size === null ? null : 'NTFS',
  Size: size,
  FreeSpace: size === null ? null : 1000,
});
const serverCim = {
  Win32_OperatingSystem: [
    {
      Caption: 'Microsoft Windows Server 2016 Standard',
      Version: '10.0.14393',
      LastBootUpTime: '2026-01-02T03:04:05Z',
    },
  ],
  Win32_ComputerSystem: [{ TotalPhysicalMemory: 17179869184, NumberOfLogicalProcessors: 8 }],
  Win32_LogicalDisk: [drive('C:', 3, 136365211648), drive('D:', 5, null), drive('A:', 2, null)],
};

export const windowsCases: readonly ScriptCase[] = [
  mocked(
    'read-load',
    'tells the whole processor, committed memory and what all cards send',
    { cim: load },
    answered(exactly({ processorPercent: 37, memoryPercent: 52, sentBytesPerSecond: 1024 })),
  ),
  mocked(
    'read-load',
    'fails when Windows does not know the counters',
    {},
    failed(exactly('Invalid class')),
  ),
  real(
    'read-load',
    loadSampleSchema.omit({ at: true, cacheFreePercent: true }).strict(),
    'windows',
  ),

  mocked(
    'read-other-software',
    'tells roles by their numbers',
    { cim: roles([2, 10, 20, 481]) },
    software({ roles: ['Web Server (IIS)', 'Active Directory Domain Services', 'Hyper-V'] }),
  ),
  mocked(
    'read-other-software',
    'takes a Windows that is no server for one without roles',
    { cim: roles([2], 1) },
    software({}),
  ),
  mocked(
    'read-other-software',
    'could not tell the roles when Windows does not know them',
    { cim: { Win32_OperatingSystem: [{ ProductType: 3 }] } },
    software({ roles: null }),
  ),
  mocked(
    'read-other-software',
    'finds programs of both kinds, whatever is closed or gone beside them',
    {
      cim: roles([]),
      keys: {
        [list64]: key({}, { a: 'closed', b: 'gone', c: program('ActivePerl 5.8', '5.8.9') }),
        [list32]: key({}, { d: key({}), e: program('MySQL Server 5.5', '5.5.37') }),
      },
    },
    software({ mySql55: '5.5.37', perl: '5.8.9' }),
  ),
  mocked(
    'read-other-software',
    'passes over the Perl that the vendor brings',
    {
      cim: roles([]),
      keys: {
        [list64]: key({}, { a: program('Strawberry Perl', '5.24', 'C:\\strawberry\\') }),
        [list32]: key({}, { b: program('Strawberry Perl', '5.8', 'C:\\thirdparty\\perl') }),
      },
    },
    software({}),
  ),
  real(
    'read-other-software',
    facts.pick({ roles: true, asrFolder: true, mySql55: true, perl: true }).strict(),
    'windows',
  ),

  mocked(
    'read-server',
    'tells what Windows tells',
    { cim: serverCim },
    answered(
      server.extend({
        caption: z.literal('Microsoft Windows Server 2016 Standard'),
        version: z.literal('10.0.14393'),
        bootId: z.literal('2026-01-02T03:04:05.0000000Z'),
        memoryBytes: z.literal(17179869184),
        processors: z.literal(8),
        drives: exactly([
          {
            letter: 'C:',
            kind: 'fixed',
            fileSystem: 'NTFS',
            sizeBytes: 136365211648,
            freeBytes: 1000,
          },
          { letter: 'D:', kind: 'optical', fileSystem: null, sizeBytes: null, freeBytes: null },
          { letter: 'A:', kind: 'removable', fileSystem: null, sizeBytes: null, freeBytes: null },
        ]),
      }),
    ),
    'windows',
  ),
  mocked('read-server', 'fails when Windows does not answer', {}, failed(exactly('Invalid class'))),
  real('read-server', server, 'windows'),
];
