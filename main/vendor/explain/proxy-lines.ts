import { codeOf } from './lines';
import { PROXY_KEYS, type ProxyKey } from './proxy-values';
import type { MaskedLine } from './secrets';

/** One line of a proxy file, taken apart. */
export interface ProxyLine {
  readonly line: MaskedLine;
  /** null: the heading. */
  readonly key: ProxyKey | null;
  /** The name as it stood there, with what stood before it. */
  readonly name: string;
  readonly value: string;
  readonly valueSource: string;
  /** The line has just the form that set-up reads. */
  readonly isExact: boolean;
}

const KEYS: Readonly<Record<string, ProxyKey>> = {
  authentication: 'ProxyAuthentication',
  auth: 'ProxyAuthentication',
  ip: 'ProxyIP',
  address: 'ProxyIP',
  server: 'ProxyIP',
  port: 'ProxyPort',
  user: 'ProxyUserName',
  username: 'ProxyUserName',
  password: 'ProxyPassword',
};
const LINE =
  /^proxy[\s_]*(authentication|auth|ip|address|server|port|user[\s_]*name|user|password)\s*[=:]\s*(.*)$/i;

/** Takes a line of a proxy file apart, in whatever form; null for other lines. */
export function readProxyLine(line: MaskedLine): ProxyLine | null {
  const code = codeOf(line.text);
  if (/^\[\s*proxy\s*settings\s*\]$/i.test(code)) {
    const isExact = line.text === '[ProxySettings]';
    return { line, key: null, name: line.text.trim(), value: '', valueSource: '', isExact };
  }
  const [, word, rest] = LINE.exec(code) ?? [];
  if (word === undefined || rest === undefined) return null;
  const key = KEYS[word.toLowerCase().replace(/[\s_]/g, '')];
  if (key === undefined) return null;
  const sign = line.text.search(/[=:]/);
  return {
    line,
    key,
    name: line.text.slice(0, sign).trim(),
    value: /^"(.*)"$/.exec(rest)?.[1] ?? rest.replace(/^"|"$/g, ''),
    valueSource: line.text.slice(sign + 1).trim(),
    isExact: EXACT[key].test(line.text),
  };
}

/** Source: vendor source, SetupFramework/ValidationHelper.cs. */
const exact = (key: ProxyKey) => new RegExp(`^${key}[ \\t]*=[ \\t]*".*"$`);
const [authentication, ip, port, userName, password] = PROXY_KEYS;
const EXACT: Readonly<Record<ProxyKey, RegExp>> = {
  [authentication]: exact(authentication),
  [ip]: exact(ip),
  [port]: exact(port),
  [userName]: exact(userName),
  [password]: exact(password),
};
