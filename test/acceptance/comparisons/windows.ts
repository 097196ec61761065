import { cpus, totalmem, uptime } from 'node:os';
import type { Bench } from '../bench';
import { type Comparison, fact } from '../comparison';
import { type Answer, mapAnswer, notTold, told } from '../fact';
import { judge, judgeText, within } from '../judge';
import { hasAdministratorRights } from '../sources/whoami';
import { captionFrom, languageOf, parseVer } from '../sources/windows-names';

const CURRENT_VERSION = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const LANGUAGE = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\Language';
const PROCESSORS = 'HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor';
const NETBIOS_LENGTH = 15;
/** The clock may have been set since the start; the boot time is compared to two minutes. */
const BOOT_SECONDS = 120;

const nameOf = (name: string) => name.trim().toUpperCase().slice(0, NETBIOS_LENGTH);

async function registryCaption(bench: Bench): Promise<Answer<string>> {
  const name = await bench.registryValue(CURRENT_VERSION, 'ProductName');
  const build = await bench.registryValue(CURRENT_VERSION, 'CurrentBuildNumber');
  if (!name.told) return name;
  if (name.value === null || !build.told) return notTold('the registry holds no ProductName');
  return told(captionFrom(name.value, Number(build.value)));
}

async function registryLanguage(bench: Bench): Promise<Answer<string>> {
  const code = await bench.registryValue(LANGUAGE, 'InstallLanguage');
  if (!code.told) return code;
  const name = languageOf(code.value ?? '');
  return name === null ? notTold(`language ${code.value} is not in the list`) : told(name);
}

async function administrator(bench: Bench): Promise<Answer<boolean>> {
  const groups = await bench.tool('whoami.exe', ['/groups', '/fo', 'csv', '/nh']);
  if (!groups.told) return groups;
  const rights = hasAdministratorRights(groups.value);
  return rights === null ? notTold('whoami.exe listed no groups') : told(rights);
}

async function processorKeys(bench: Bench): Promise<Answer<number>> {
  const listed = await bench.tool('reg.exe', ['query', PROCESSORS, '/reg:64']);
  return mapAnswer(listed, (text) => text.match(/CentralProcessor\\\d+\s*$/gm)?.length ?? 0);
}

const gibibytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(2)} GiB`;

export const windowsComparisons: Comparison[] = [
  {
    group: 'Windows',
    name: 'Computer name',
    by: 'hostname.exe',
    async compare(bench) {
      const second = await bench.tool('hostname.exe', []);
      const ours = fact(bench, ({ serverName }) => nameOf(serverName));
      return judgeText(ours, mapAnswer(second, nameOf));
    },
  },
  {
    group: 'Windows',
    name: 'Edition',
    by: 'ProductName in the registry',
    compare: async (bench) =>
      judgeText(
        fact(bench, ({ windows }) => windows.caption.trim()),
        await registryCaption(bench),
      ),
  },
  {
    group: 'Windows',
    name: 'Version',
    by: 'ver of cmd.exe',
    async compare(bench) {
      const printed = await bench.tool('cmd.exe', ['/d', '/c', 'ver']);
      const version = printed.told ? parseVer(printed.value) : null;
      const second = version === null && printed.told ? notTold('ver told no version') : printed;
      return judgeText(
        fact(bench, ({ windows }) => windows.version),
        mapAnswer(second, () => version ?? ''),
      );
    },
  },
  {
    group: 'Windows',
    name: 'Language it was installed in',
    by: 'InstallLanguage in the registry',
    compare: async (bench) =>
      judgeText(
        fact(bench, ({ windows }) => windows.language),
        await registryLanguage(bench),
      ),
  },
  {
    group: 'Windows',
    name: 'Rights of an administrator',
    by: 'whoami.exe /groups',
    compare: async (bench) =>
      judgeText(
        fact(bench, ({ isAdministrator }) => String(isAdministrator)),
        mapAnswer(await administrator(bench), String),
      ),
  },
  {
    group: 'Windows',
    name: 'Time of the last start',
    by: 'uptime of the system as Node reads it',
    async compare(bench) {
      const second = Date.now() - uptime() * 1000;
      return judge({
        ours: fact(bench, ({ bootId }) => Date.parse(bootId)),
        second: told(second),
        show: (ours) => new Date(ours).toISOString(),
        showSecond: (value) => new Date(value).toISOString(),
        compare: (ours, value) =>
          within(Math.round(ours / 1000), Math.round(value / 1000), BOOT_SECONDS, 's'),
      });
    },
  },
  {
    group: 'Windows',
    name: 'Memory',
    by: 'memory as Node reads it',
    async compare(bench) {
      return judge({
        ours: fact(bench, ({ memoryBytes }) => memoryBytes),
        second: told(totalmem()),
        show: gibibytes,
        showSecond: gibibytes,
        compare: (ours, second) => within(ours, second, second / 100, 'bytes'),
      });
    },
  },
  {
    group: 'Windows',
    name: 'Logical processors',
    by: 'keys of the processors in the registry',
    compare: async (bench) =>
      judgeText(
        fact(bench, ({ processors }) => String(processors)),
        mapAnswer(await processorKeys(bench), (count) => String(count || cpus().length)),
      ),
  },
];
