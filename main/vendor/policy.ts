import { textValue } from '../../contract/registry-value';

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

/** Reads the values of the key; what is empty or of another type decides nothing. */
export function readPolicy(values: Parameters<typeof textValue>[0]): Policy {
  const of = (name: string) => textValue(values, name.toLowerCase())?.trim() || null;
  const answers = Object.entries(LOCKING_VALUES).flatMap(([question, name]) => {
    const value = of(name);
    return value === null ? [] : [[question, value] as const];
  });
  const hosts = of(DOWNLOAD_HOSTS_VALUE);
  return {
    answers: Object.fromEntries(answers),
    blocked: listed(of(BLOCKED_PROCEDURES) ?? ''),
    downloadHosts: hosts === null ? null : listed(hosts),
  };
}
