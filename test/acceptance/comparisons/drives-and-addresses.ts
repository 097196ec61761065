import type { DriveFact } from '../../../contract/facts';
import { type Comparison, fact, upToThreeTimes } from '../comparison';
import { mapAnswer, notTold } from '../fact';
import { judge, sameMembers, within } from '../judge';
import { drives } from '../one-liners';
import { type AddressSeen, parseIpconfig } from '../sources/ipconfig';

/** Source: learn.microsoft.com, System.IO.DriveType. */
const KINDS: Readonly<Record<string, DriveFact['kind']>> = {
  Fixed: 'fixed',
  Removable: 'removable',
  Network: 'network',
  CDRom: 'optical',
};

/** Free space changes while one looks: a twentieth of the drive or 2 GiB, what is more. */
const freeTolerance = (size: number) => Math.max(size / 20, 2 * 2 ** 30);

const driveWord = (drive: Omit<DriveFact, 'freeBytes'>) =>
  [drive.letter, drive.kind, drive.fileSystem || 'no file system', drive.sizeBytes ?? 0].join(' ');

const addressWord = ({ adapter, address, dhcp }: AddressSeen) =>
  `${adapter} ${address} ${dhcp ? 'by DHCP' : 'fixed'}`;

export const driveAndAddressComparisons: Comparison[] = [
  {
    group: 'Drives and addresses',
    name: 'Drives, their kind, file system and size',
    by: 'IO.DriveInfo of .NET',
    async compare(bench) {
      const second = await bench.powershell(drives.command, drives.schema);
      return judge({
        ours: fact(bench, (facts) => facts.drives.map(driveWord)),
        second: mapAnswer(second, (all) =>
          all.map(({ name, type, format, size }) =>
            driveWord({
              letter: name.slice(0, 2),
              kind: KINDS[type] ?? 'other',
              fileSystem: format,
              sizeBytes: size,
            }),
          ),
        ),
        show: (words) => words.join('; '),
        showSecond: (words) => words.join('; '),
        compare: sameMembers,
      });
    },
  },
  {
    group: 'Drives and addresses',
    name: 'Free space of the system drive',
    by: 'IO.DriveInfo of .NET',
    async compare(bench) {
      const letter = bench.server.places.windows.slice(0, 2).toUpperCase();
      const all = await bench.powershell(drives.command, drives.schema);
      const one = all.told ? all.value.find(({ name }) => name.startsWith(letter)) : undefined;
      return judge({
        ours: fact(bench, (facts) => facts.drives.find((drive) => drive.letter === letter)),
        second: all.told && one === undefined ? notTold(`no drive ${letter}`) : all,
        show: (drive) => `${drive?.freeBytes ?? 'unknown'} bytes`,
        showSecond: () => `${one?.free} bytes`,
        compare: (drive) =>
          within(drive?.freeBytes ?? -1, one?.free ?? 0, freeTolerance(one?.size ?? 0), 'bytes'),
      });
    },
  },
  {
    group: 'Drives and addresses',
    name: 'IPv4 addresses, their adapters and DHCP',
    by: 'ipconfig.exe /all',
    compare: (bench) =>
      upToThreeTimes(async () => {
        const printed = await bench.tool('ipconfig.exe', ['/all']);
        const seen = mapAnswer(printed, parseIpconfig);
        return judge({
          ours: fact(bench, ({ addresses }) => addresses.map(addressWord)),
          second:
            seen.told && seen.value.length === 0 && !/Windows IP Config/i.test(textOf(printed))
              ? notTold('ipconfig.exe is not in English here')
              : mapAnswer(seen, (list) => list.map(addressWord)),
          show: (words) => words.join('; ') || 'none',
          showSecond: (words) => words.join('; ') || 'none',
          compare: sameMembers,
        });
      }),
  },
];

const textOf = (answer: { told: boolean; value?: string }) => answer.value ?? '';
