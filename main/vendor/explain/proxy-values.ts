import type { ExplainedToken } from '../../../contract/explanation';
import { text } from '../../../contract/text/explanation';
import { mangledInProxyFile } from '../proxy-settings-file';
import { isPlaceholder } from './placeholders';

/** Keys of the proxy file in the order that set-up insists on. */
export const PROXY_KEYS = [
  'ProxyAuthentication',
  'ProxyIP',
  'ProxyPort',
  'ProxyUserName',
  'ProxyPassword',
] as const;
export type ProxyKey = (typeof PROXY_KEYS)[number];

/** What one value of the proxy file is worth; `used` is null when nothing is taken from it. */
export interface ProxyValue {
  readonly verdict: ExplainedToken['verdict'];
  readonly meaning: string;
  readonly used: string | null;
  /** Port that stood within the address. */
  readonly port?: string;
}

const words = text.proxyFile.values;
const refused = (meaning: string): ProxyValue => ({ verdict: 'refused', meaning, used: null });
const taken = (value: string, used: string, good: string, mended: string): ProxyValue =>
  value === used
    ? { verdict: 'good', meaning: good, used }
    : { verdict: 'corrected', meaning: mended, used };

function judgeSignIn(value: string): ProxyValue {
  const answer = value.trim().toLowerCase();
  if (['yes', 'true', '1'].includes(answer)) {
    return taken(value, 'Yes', words.signInYes, words.signIn);
  }
  return ['no', 'false', '0'].includes(answer)
    ? taken(value, 'No', words.signInNo, words.signIn)
    : refused(words.signIn);
}

function judgeAddress(value: string): ProxyValue {
  const found =
    /^(?:(https?):\/\/)?(?:[^\s/@]*@)?([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::(\d{1,5}))?\/*$/i.exec(
      value.trim(),
    );
  const [, scheme = '', host = '', port] = found ?? [];
  if (host === '') return refused(words.address);
  if (scheme.toLowerCase() === 'https') return refused(words.https);
  const meaning = port === undefined ? words.addressForm : words.portInAddress;
  const read = taken(value, `http://${host}`, words.addressGood, meaning);
  return port === undefined || !isPort(port) ? read : { ...read, port: String(Number(port)) };
}

const isPort = (digits: string) => Number(digits) >= 1 && Number(digits) <= 65_535;

function judgePort(value: string): ProxyValue {
  if (value.trim() === '') return refused(words.portEmpty);
  const digits = /^\s*\+?(\d{1,9})\s*$/.exec(value)?.[1] ?? '';
  return isPort(digits)
    ? taken(value, String(Number(digits)), words.portGood, words.portDigits)
    : refused(words.port);
}

function judgeUser(value: string): ProxyValue {
  if (value === '') return { verdict: 'good', meaning: words.userNone, used: null };
  const trimmed = value.trim();
  if (mangledInProxyFile(trimmed) !== null) return refused(words.mangled);
  return taken(value, trimmed, words.user, words.blanks);
}

const JUDGES = {
  ProxyAuthentication: judgeSignIn,
  ProxyIP: judgeAddress,
  ProxyPort: judgePort,
  ProxyUserName: judgeUser,
} as const;

/** Judges a value as set-up would read it. Source: vendor source, SetupFramework/ValidationHelper.cs. */
export function judgeProxyValue(
  key: Exclude<ProxyKey, 'ProxyPassword'>,
  value: string,
): ProxyValue {
  return isPlaceholder(value) ? refused(words.placeholder) : JUDGES[key](value);
}
