import type { ExplainedToken } from '../../../contract/explanation';
import { text } from '../../../contract/text/explanation';
import { proxySettingsFile } from '../proxy-settings-file';
import { MASK } from './mask-line';
import { type ProxyLine, readProxyLine } from './proxy-lines';
import { judgeProxyValue, PROXY_KEYS, type ProxyKey, type ProxyValue } from './proxy-values';
import { plainReading, type Reading, token } from './reading';
import type { MaskedLine } from './secrets';

const words = text.proxyFile;

/**
 * Reads the lines of a proxy file that stand anywhere in the text, by index of the line. Whatever
 * their form and order, the six lines that set-up accepts are made of them.
 */
export function readProxyFile(lines: readonly MaskedLine[]): ReadonlyMap<number, Reading> {
  const found = new Map<number, ProxyLine>();
  for (const [at, line] of lines.entries()) {
    const read = readProxyLine(line);
    if (read !== null) found.set(at, read);
  }
  const first = [...found.keys()][0];
  if (first === undefined) return new Map();

  const settings = readSettings([...found.values()]);
  const written = writtenLines(settings);
  const seen = new Set<ProxyKey | null>();
  return new Map(
    [...found].map(([at, one]) => {
      const isSecond = seen.has(one.key);
      seen.add(one.key);
      const tokens = isSecond
        ? [token(one.line.text.trim(), 'refused', words.twice)]
        : explainLine(one, settings);
      const isGood = tokens.every(({ verdict }) => verdict === 'good' || verdict === 'ignored');
      const own = written[one.key === null ? 0 : PROXY_KEYS.indexOf(one.key) + 1] ?? null;
      const reading = plainReading(one.line, 'proxyFile', words.meaning, {
        tokens,
        corrected: isGood || isSecond ? null : own,
      });
      return [at, at === first ? { ...reading, ...whole(settings, written) } : reading];
    }),
  );
}

interface Settings {
  readonly order: readonly (ProxyKey | null)[];
  readonly values: ReadonlyMap<ProxyKey, ProxyValue>;
  readonly address: string | null;
  readonly port: string | null;
  readonly user: string | null;
  /** null: could not be told. */
  readonly signIn: boolean | null;
  readonly hasPassword: boolean;
}

function readSettings(found: readonly ProxyLine[]): Settings {
  const values = new Map<ProxyKey, ProxyValue>();
  for (const { key, value } of found) {
    if (key === null || key === 'ProxyPassword' || values.has(key)) continue;
    values.set(key, judgeProxyValue(key, value));
  }
  const usedOf = (key: ProxyKey) => values.get(key)?.used ?? null;
  const said = usedOf('ProxyAuthentication');
  const user = usedOf('ProxyUserName');
  return {
    order: found.map(({ key }) => key),
    values,
    address: usedOf('ProxyIP'),
    port: usedOf('ProxyPort') ?? values.get('ProxyIP')?.port ?? null,
    user,
    signIn: said === null ? (user === null ? null : true) : said === 'Yes',
    hasPassword: found.some(
      ({ key, line }) => key === 'ProxyPassword' && line.secrets.some((s) => s.state !== 'empty'),
    ),
  };
}

function whole(settings: Settings, written: readonly string[]): Partial<Reading> {
  const { address, port, user, signIn, order } = settings;
  const answers = {
    ...(address === null ? {} : { proxyAddress: address }),
    ...(port === null ? {} : { proxyPort: port }),
    ...(signIn === null ? {} : { proxySignIn: signIn ? 'yes' : 'no' }),
    ...(signIn === true && user !== null ? { proxyUser: user } : {}),
  };
  const missing = [null, ...PROXY_KEYS].filter((key) => !order.includes(key));
  const wanted = [null, ...PROXY_KEYS].filter((key) => order.includes(key));
  const firsts = order.filter((key, at) => order.indexOf(key) === at);
  const isInOrder = firsts.every((key, at) => key === wanted[at]);
  return {
    answers: Object.keys(answers).length === 0 ? {} : { proxyMode: 'custom', ...answers },
    secrets: signIn === true && settings.hasPassword ? ['proxyPassword'] : [],
    remarks: [
      ...(missing.length === 0
        ? []
        : [words.missing(missing.map((key) => key ?? '[ProxySettings]').join(', '))]),
      ...(isInOrder ? [] : [words.order]),
      ...(signIn === true ? [words.signInRemark] : []),
    ],
    typed: written,
  };
}

function writtenLines({ address, port, user, signIn }: Settings): string[] {
  const parts = proxySettingsFile({
    address: address ?? words.toEnter.address,
    port: port ?? words.toEnter.port,
    user: signIn === true ? (user ?? words.toEnter.user) : null,
    passwordSecret: 'proxyPassword',
  });
  const file = parts.map((part) => ('text' in part ? part.text : MASK)).join('');
  return file.split('\r\n').filter((line) => line !== '');
}

function explainLine(one: ProxyLine, settings: Settings): ExplainedToken[] {
  if (one.key === null) {
    return [
      one.isExact
        ? token(one.name, 'good', words.heading)
        : token(one.name, 'corrected', `${words.heading} ${words.form}`, '[ProxySettings]'),
    ];
  }
  const meaning = words.keys[one.key];
  const name = one.isExact
    ? token(one.name, 'good', meaning)
    : token(one.name, 'corrected', `${meaning} ${words.form}`, one.key);
  return [
    name,
    one.key === 'ProxyPassword' ? passwordToken(one, settings) : valueToken(one, settings),
  ];
}

function valueToken(one: ProxyLine, { values, signIn }: Settings): ExplainedToken {
  const value = one.key === null ? undefined : values.get(one.key);
  if (one.key === 'ProxyUserName' && signIn === false && one.value !== '') {
    return token(one.valueSource, 'ignored', words.values.ignoredWithNo);
  }
  const verdict = value?.verdict ?? 'refused';
  const correction = verdict === 'corrected' && value?.used ? `"${value.used}"` : null;
  return token(one.valueSource, verdict, value?.meaning ?? '', correction);
}

function passwordToken(one: ProxyLine, { signIn }: Settings): ExplainedToken {
  const state = one.line.secrets[0]?.state ?? 'empty';
  if (state === 'empty') return token(one.valueSource, 'good', words.values.passwordNone);
  if (state === 'placeholder' && signIn !== true) {
    return token(one.valueSource, 'refused', words.values.placeholder);
  }
  if (signIn === false) return token(one.valueSource, 'ignored', words.values.ignoredWithNo);
  if (state === 'mangled') return token(one.valueSource, 'refused', words.values.passwordMangled);
  return token(one.valueSource, 'good', words.values.password);
}
