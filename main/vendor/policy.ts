import type { RegistryValue } from '../../contract/registry-value';
import { policyText as text } from '../../contract/text/policy';

/** Where group policy writes what an administrator locked, in the 64-bit view. */
export const POLICY_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ProcessServerManager';

/** Values of the key that lock the answer of a question, by the name of the question. */
export const LOCKING_VALUES = {
  csAddress: 'ConfigurationServer',
  proxyMode: 'ProxyMode',
  proxyAddress: 'ProxyAddress',
  proxyPort: 'ProxyPort',
} as const;

export const BLOCKED_PROCEDURES = 'BlockedProcedures';
export const DOWNLOAD_HOSTS_VALUE = 'DownloadHosts';

/** Every value that this program reads; the template for group policy has the same. */
export const POLICY_VALUES: readonly string[] = [
  ...Object.values(LOCKING_VALUES),
  BLOCKED_PROCEDURES,
  DOWNLOAD_HOSTS_VALUE,
];

/** What the organisation decided for this server. */
export interface Policy {
  /** Locked answers by the name of their question. */
  answers: Readonly<Record<string, string>>;
  /** Procedures that may not be run. */
  blocked: readonly string[];
  /** The only hosts that downloads may come from; null when this is left to the program. */
  downloadHosts: readonly string[] | null;
}

export const NO_POLICY: Policy = { answers: {}, blocked: [], downloadHosts: null };

const listed = (text: string) =>
  text
    .split(/[;,\s]+/)
    .map((one) => one.toLowerCase())
    .filter((one) => one !== '');

/** What the answer of `proxyMode` can be in one procedure or another. */
export const PROXY_MODES: readonly string[] = ['direct', 'system', 'custom'];

/**
 * Reads the values of the key; what is empty decides nothing.
 * @throws {Error} naming the value that can't be read: somebody meant something by it
 */
export function readPolicy(values: ReadonlyMap<string, RegistryValue> | undefined): Policy {
  const of = (name: string) => {
    const value = values?.get(name.toLowerCase());
    if (value && !['text', 'expandable', 'list'].includes(value.type)) {
      throw new Error(text.otherType(name));
    }
    return value?.text.trim() || null;
  };
  const answers = Object.entries(LOCKING_VALUES).flatMap(([question, name]) => {
    const value = of(name);
    if (value === null) return [];
    if (question !== 'proxyMode') return [[question, value] as const];
    const mode = value.toLowerCase();
    if (!PROXY_MODES.includes(mode)) {
      throw new Error(text.otherMode(name, value, PROXY_MODES.join(', ')));
    }
    return [[question, mode] as const];
  });
  const hosts = of(DOWNLOAD_HOSTS_VALUE);
  return {
    answers: Object.fromEntries(answers),
    blocked: listed(of(BLOCKED_PROCEDURES) ?? ''),
    downloadHosts: hosts === null ? null : listed(hosts),
  };
}
