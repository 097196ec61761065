import type { PrerequisiteFacts } from '../../../contract/facts';
import type { Bench } from '../bench';
import { type Comparison, fact } from '../comparison';
import { type Answer, mapAnswer, notTold, told } from '../fact';
import { judge, judgeText } from '../judge';
import { fips } from '../one-liners';
import { parseWinHttpProxy, proxyForHttps } from '../sources/proxy';
import { queriedNumber } from '../sources/reg-query';

const NET = 'HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full';
const TLS_1_0 =
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0';
const USER_POLICIES = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies';
const WINDOWS_POLICIES = 'Software\\Policies\\Microsoft\\Windows';
const INTERNET = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const INTERNATIONAL = 'HKCU\\Control Panel\\International';

/** A number of the registry in decimal; null when it isn't there. */
const numberAt = async (bench: Bench, key: string, name: string) =>
  mapAnswer(await bench.registryValue(key, name), (data) =>
    data === null ? null : Number(queriedNumber(data)),
  );

/** True when one of the values is what `isIt` looks for. */
async function anyOf(
  bench: Bench,
  places: readonly (readonly [key: string, name: string])[],
  isIt: (value: number | null) => boolean,
): Promise<Answer<boolean>> {
  let found = false;
  for (const [key, name] of places) {
    const value = await numberAt(bench, key, name);
    if (!value.told) return value;
    if (isIt(value.value)) found = true;
  }
  return told(found);
}

const isSet = (value: number | null) => value !== null && value !== 0;

async function tls10Off(bench: Bench): Promise<Answer<boolean>> {
  const sides = [`${TLS_1_0}\\Client`, `${TLS_1_0}\\Server`];
  const off = await anyOf(
    bench,
    sides.map((key) => [key, 'Enabled'] as const),
    (value) => value === 0,
  );
  const byDefault = await anyOf(
    bench,
    sides.map((key) => [key, 'DisabledByDefault'] as const),
    isSet,
  );
  if (!off.told || !byDefault.told) return off.told ? byDefault : off;
  return told(off.value || byDefault.value);
}

const policies: Readonly<
  Record<keyof PrerequisiteFacts['policies'], (bench: Bench) => Promise<Answer<boolean>>>
> = {
  commandPrompt: (bench) =>
    anyOf(
      bench,
      [
        [`HKCU\\${WINDOWS_POLICIES}\\System`, 'DisableCMD'],
        [`HKLM\\${WINDOWS_POLICIES}\\System`, 'DisableCMD'],
      ],
      isSet,
    ),
  registryTools: (bench) =>
    anyOf(bench, [[`${USER_POLICIES}\\System`, 'DisableRegistryTools']], isSet),
  attachments: (bench) =>
    anyOf(bench, [[`${USER_POLICIES}\\Attachments`, 'UseTrustedHandlers']], (value) => value === 3),
  scripts: (bench) =>
    anyOf(
      bench,
      [[`HKLM\\${WINDOWS_POLICIES}\\PowerShell`, 'EnableScripts']],
      (value) => value !== null,
    ),
};

const POLICY_NAMES: Readonly<Record<keyof PrerequisiteFacts['policies'], string>> = {
  commandPrompt: 'Policy against the command prompt',
  registryTools: 'Policy against registry tools',
  attachments: 'Policy that scans attachments',
  scripts: 'Policy about PowerShell scripts',
};

const policyRow = (id: keyof PrerequisiteFacts['policies']): Comparison => ({
  group: 'Settings',
  name: POLICY_NAMES[id],
  by: 'reg.exe query',
  compare: async (bench) =>
    judgeText(
      fact(bench, ({ prerequisites }) => String(prerequisites.policies[id])),
      mapAnswer(await policies[id](bench), String),
    ),
});

interface UserProxy {
  proxy: string | null;
  automatic: boolean;
}

async function userProxy(bench: Bench): Promise<Answer<UserProxy>> {
  const values = await bench.registryKey(INTERNET);
  if (!values.told) return values;
  const data = (name: string) => values.value?.find((value) => value.name === name)?.data ?? '';
  const isOn = queriedNumber(data('ProxyEnable')) === '1';
  return told({
    proxy: isOn ? proxyForHttps(data('ProxyServer')) : null,
    automatic: data('AutoConfigURL') !== '',
  });
}

const withoutScheme = (proxy: string | null) => proxy?.replace(/^\w+:\/\//, '') ?? 'none';

export const settingComparisons: Comparison[] = [
  {
    group: 'Settings',
    name: 'Release of .NET Framework 4',
    by: 'reg.exe query',
    compare: async (bench) =>
      judgeText(
        fact(bench, ({ prerequisites }) => String(prerequisites.dotNetRelease ?? 'none')),
        mapAnswer(await numberAt(bench, NET, 'Release'), (release) => String(release ?? 'none')),
      ),
  },
  {
    group: 'Settings',
    name: 'TLS 1.0 switched off',
    by: 'reg.exe query',
    compare: async (bench) =>
      judgeText(
        fact(bench, (facts) => String(facts.prerequisites.tls10Off)),
        mapAnswer(await tls10Off(bench), String),
      ),
  },
  {
    group: 'Settings',
    name: 'FIPS only',
    by: 'CryptoConfig of .NET',
    compare: async (bench) =>
      judgeText(
        fact(bench, ({ prerequisites }) => String(prerequisites.fips)),
        mapAnswer(await bench.powershell(fips.command, fips.schema), String),
      ),
  },
  policyRow('commandPrompt'),
  policyRow('registryTools'),
  policyRow('attachments'),
  policyRow('scripts'),
  {
    group: 'Settings',
    name: 'Language of formats',
    by: 'LocaleName in the registry',
    async compare(bench) {
      const locale = await bench.registryValue(INTERNATIONAL, 'LocaleName');
      return judge({
        ours: fact(bench, ({ prerequisites }) => prerequisites.culture),
        second:
          locale.told && locale.value === null ? notTold('the user has no LocaleName') : locale,
        show: String,
        showSecond: String,
        compare(ours, second) {
          if (ours === second) return null;
          return /^en(-|$)/.test(second ?? '')
            ? { cannot: 'formats are English; what we name is the language of texts' }
            : { difference: `"${ours}" is not "${second}"` };
        },
      });
    },
  },
  {
    group: 'Settings',
    name: 'Proxy of Windows',
    by: 'Internet Settings in the registry, and netsh.exe winhttp',
    async compare(bench) {
      const user = await userProxy(bench);
      const printed = await bench.tool('netsh.exe', ['winhttp', 'show', 'proxy']);
      const machine = printed.told ? parseWinHttpProxy(printed.value) : undefined;
      const services = machine === undefined ? 'not told' : (machine ?? 'none');
      return judge({
        ours: fact(bench, ({ prerequisites }) => prerequisites.systemProxy),
        second: user,
        show: withoutScheme,
        showSecond: ({ proxy, automatic }) =>
          `user: ${proxy ?? 'none'}${automatic ? ' or by script' : ''}; services: ${services}`,
        compare(ours, { proxy, automatic }) {
          if (withoutScheme(ours) === withoutScheme(proxy)) return null;
          return automatic || proxy === null
            ? { cannot: 'Windows finds its proxy by itself' }
            : { difference: `${withoutScheme(ours)} is not ${proxy}` };
        },
      });
    },
  },
];
