import type { Scenario } from '../scenarios/schema';
import { keysBelow, readText, readValue, setTexts, setValue } from '../world/registry';
import type { Registry } from '../world/schema';
import { keys } from './keys';

const machine = 'HKEY_LOCAL_MACHINE';
const user = 'HKEY_CURRENT_USER';
const control = `${machine}\\SYSTEM\\CurrentControlSet\\Control`;
const ownPolicies = `${user}\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies`;
const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** Both views of .NET's key; set-up reads the 32-bit one. */
const dotNetKeys = [keys.dotNet, keys.dotNet.replace('WOW6432Node\\', '')];
const tls10Sides = ['Client', 'Server'].map(
  (side) => `${control}\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0\\${side}`,
);
const fipsKey = `${control}\\Lsa\\FipsAlgorithmPolicy`;
const promptKeys = [user, machine].map(
  (root) => `${root}\\Software\\Policies\\Microsoft\\Windows\\System`,
);
const scriptsKey = `${machine}\\SOFTWARE\\Policies\\Microsoft\\Windows\\PowerShell`;
const timeKey = `${machine}\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters`;
const uninstallLists = [
  `${machine}\\SOFTWARE\\${uninstall}`,
  `${machine}\\SOFTWARE\\WOW6432Node\\${uninstall}`,
];

/** Settings of Windows that set-up looks at, as the registry has them. */
export interface WindowsSettings {
  dotNetRelease: number | null;
  tls10Off: boolean;
  fips: boolean;
  policies: Scenario['server']['policies'];
  /** Empty when the clock is left alone. */
  timeSource: string;
  mySql55: string | null;
  perl: string | null;
}

/** Writes them where Windows keeps them. */
export function writeSettings(registry: Registry, settings: WindowsSettings): void {
  const set = (key: string, name: string, data: number) =>
    setValue(registry, key, name, { type: 'REG_DWORD', data });
  const { dotNetRelease, tls10Off, fips, policies, timeSource, mySql55, perl } = settings;
  if (dotNetRelease !== null) for (const key of dotNetKeys) set(key, 'Release', dotNetRelease);
  if (tls10Off) for (const key of tls10Sides) set(key, 'Enabled', 0);
  set(fipsKey, 'Enabled', fips ? 1 : 0);
  if (policies.commandPrompt) for (const key of promptKeys) set(key, 'DisableCMD', 1);
  if (policies.registryTools) set(`${ownPolicies}\\System`, 'DisableRegistryTools', 1);
  if (policies.attachments) set(`${ownPolicies}\\Attachments`, 'UseTrustedHandlers', 3);
  if (policies.scripts) set(scriptsKey, 'EnableScripts', 0);
  setTexts(registry, timeKey, {
    Type: timeSource === '' ? 'NoSync' : 'NTP',
    NtpServer: timeSource === '' ? '' : `${timeSource},0x8`,
  });
  const program = (name: string, DisplayVersion: string, InstallLocation: string) =>
    setTexts(registry, `${uninstallLists[0]}\\${name}`, {
      DisplayName: name,
      DisplayVersion,
      InstallLocation,
    });
  if (mySql55 !== null) program('MySQL Server 5.5', mySql55, 'C:\\Program Files\\MySQL\\');
  if (perl !== null) program('ActivePerl', perl, 'C:\\Perl64\\');
}

/** Reads them as the shipped scripts do, so that a change by reg.exe shows. */
export function readSettings(registry: Registry): WindowsSettings {
  const number = (key: string, name: string) => {
    const value = readValue(registry, key, name);
    return value?.type === 'REG_DWORD' ? value.data : null;
  };
  const isSet = (key: string, name: string) => (number(key, name) ?? 0) !== 0;
  const [source = ''] = (readText(registry, timeKey, 'NtpServer') ?? '').split(/[, ]/);
  return {
    dotNetRelease: number(keys.dotNet, 'Release'),
    tls10Off: tls10Sides.some(
      (key) => number(key, 'Enabled') === 0 || isSet(key, 'DisabledByDefault'),
    ),
    fips: number(fipsKey, 'Enabled') === 1,
    policies: {
      commandPrompt: promptKeys.some((key) => isSet(key, 'DisableCMD')),
      registryTools: isSet(`${ownPolicies}\\System`, 'DisableRegistryTools'),
      attachments: number(`${ownPolicies}\\Attachments`, 'UseTrustedHandlers') === 3,
      scripts: number(scriptsKey, 'EnableScripts') === 0,
    },
    timeSource: readText(registry, timeKey, 'Type') === 'NTP' ? source : '',
    mySql55: installedProgram(registry, /^MySQL Server 5\.5/),
    perl: installedProgram(registry, /^(Strawberry Perl|ActivePerl)/),
  };
}

/** The version of a program of that name that the vendor didn't bring; null when there is none. */
function installedProgram(registry: Registry, name: RegExp): string | null {
  for (const key of uninstallLists.flatMap((list) => keysBelow(registry, list))) {
    const folder = readText(registry, key, 'InstallLocation') ?? '';
    if (/^C:\\(strawberry|thirdparty)(\\|$)/i.test(folder)) continue;
    if (name.test(readText(registry, key, 'DisplayName') ?? '')) {
      return readText(registry, key, 'DisplayVersion');
    }
  }
  return null;
}
