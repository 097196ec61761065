import { keys } from '../products/keys';
import { readSettings, type WindowsSettings } from '../products/windows-settings';
import { readValue } from '../world/registry';
import type { World } from '../world/schema';

const gigabyte = 1024 ** 3;
const secondsOff = 300;

interface Server {
  world: World;
  settings: WindowsSettings;
  /** The drive that is installed to, `D:`. */
  drive: string;
}

interface Check {
  /** As set-up names it, where that is known. */
  name: string;
  isFine(server: Server): boolean;
  /** It is only mentioned in the log. */
  onlyWarns?: true;
}

const freeGb = (world: World, letter: string) =>
  (world.drives.find((drive) => drive.letter === letter)?.freeBytes ?? 0) / gigabyte;

/**
 * Set-up's own checks of the server before a fresh installation, in its order (vendor source,
 * WrapperSetup/EvaluateOperations.cs). What each of them does lies in a library that isn't
 * published: the limits are the vendor's, but how far the clock may be off, which Windows is no
 * server, and which checks only warn are taken from the articles or assumed. The four checks of IIS
 * are left out for a process server and said nothing about here. Names of the last three are ours.
 */
const checks: readonly Check[] = [
  {
    name: 'Checking for sufficient machine memory',
    // Windows tells of a little less than was built in.
    isFine: ({ world }) => Math.round(world.memoryBytes / gigabyte) >= 16,
  },
  {
    name: 'Checking the number of processor cores',
    isFine: ({ world }) => world.processors >= 8,
  },
  {
    name: 'System restart pending check',
    isFine: ({ world }) =>
      readValue(world.registry, keys.sessionManager, 'PendingFileRenameOperations') === null,
  },
  {
    name: 'Server OS check',
    isFine: ({ world }) => isServer2012R2OrLater(world.windows),
  },
  {
    name: 'Checking registry access group policy settings',
    isFine: ({ settings }) => !settings.policies.registryTools,
  },
  {
    name: 'Checking access to command prompt',
    isFine: ({ settings }) => !settings.policies.commandPrompt,
  },
  {
    name: 'Checking Trust logic file attachments group policy settings',
    isFine: ({ settings }) => !settings.policies.attachments,
  },
  {
    name: 'Checking PowerShell scripts execution status',
    isFine: ({ settings }) => !settings.policies.scripts,
  },
  { name: 'Checking FIPS status', isFine: ({ settings }) => !settings.fips },
  {
    name: 'Time in sync check',
    isFine: ({ world }) => Math.abs(world.clockOffsetSeconds ?? 0) <= secondsOff,
  },
  {
    name: 'Free space availability check',
    isFine: ({ world, drive }) => freeGb(world, drive) >= 5 && freeGb(world, 'C:') >= 2,
  },
  {
    name: 'Free space availability check',
    isFine: ({ world, drive }) => freeGb(world, drive) >= 600,
    onlyWarns: true,
  },
  {
    name: 'Checking the network interface',
    isFine: ({ world }) => !world.addresses.some(({ dhcp }) => dhcp),
    onlyWarns: true,
  },
  {
    name: 'Checking the version of Perl',
    isFine: ({ settings }) => settings.perl === null,
    onlyWarns: true,
  },
];

/** What set-up's checks find, in order; those that pass are left out. */
export function failedChecks(
  world: World,
  { drive, skipSpaceCheck }: { drive: string; skipSpaceCheck: boolean },
): { name: string; onlyWarns: boolean }[] {
  const server = { world, settings: readSettings(world.registry), drive };
  return checks
    .filter(({ name }) => !(skipSpaceCheck && name === 'Free space availability check'))
    .filter((check) => !check.isFine(server))
    .map(({ name, onlyWarns = false }) => ({ name, onlyWarns }));
}

function isServer2012R2OrLater({ caption, version }: World['windows']): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return caption.includes('Server') && (major > 6 || (major === 6 && minor >= 3));
}
