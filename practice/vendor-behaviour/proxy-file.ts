import { isPort } from './data-port';
import { filledLines, isSettingLine, settingsLines, settingValue } from './settings-file';
import { proxyShape, proxyValues, refusals } from './setup-texts';

/** What the key reader returns, also for files set-up refuses. */
export interface ProxyValues {
  auth: string;
  address: string;
  port: string;
  user: string;
  password: string;
}

/** What set-up keeps of a valid file; user and password are null without authentication. */
export interface UsedProxy {
  address: string;
  port: string;
  user: string | null;
  password: string | null;
}

export interface ProxyFileReading {
  valid: boolean;
  /** Null when the file is refused. */
  used: UsedProxy | null;
  /** What the console says about a value that is refused; empty otherwise. */
  message: string;
  /** What the log says about a shape that is refused; empty otherwise. */
  reason: string;
  /** Everything the console says about the file, in order. */
  messages: readonly string[];
  /** What the log says while the file is checked, without the console's texts. */
  trace: readonly string[];
  read: ProxyValues;
}

const keys = [
  ['Second', 'ProxyAuthentication'],
  ['Third', 'ProxyIP'],
  ['Fourth', 'ProxyPort'],
  ['Fifth', 'ProxyUserName'],
  ['Sixth', 'ProxyPassword'],
] as const;

/**
 * Reads a proxy settings file as UnifiedSetup does (vendor source, SF/ValidationHelper.cs, and
 * observed in runs of it): blank lines are dropped, then exactly six lines in a fixed order and
 * spelling, then the values. Null stands for a file that isn't there; `path` is for its text only.
 */
export function readProxyFile(bytes: Uint8Array | null, path = ''): ProxyFileReading {
  const lines = bytes ? settingsLines(bytes) : [];
  const read = readValues(lines);
  const shape = checkShape(bytes ? filledLines(lines) : null, path);
  if (shape.reason !== '') {
    const { reason, trace } = shape;
    return { valid: false, used: null, message: '', reason, messages: [], trace, read };
  }
  const values = checkValues(read);
  const trace = [...shape.trace, ...values.trace];
  const [message = ''] = values.messages;
  const valid = values.messages.length === 0;
  const used = valid ? keep(read) : null;
  return { valid, used, message, reason: '', messages: values.messages, trace, read };
}

/** The argument list SetMarsProxy.exe is started with, each in quotes that are not escaped. */
export function setMarsProxyArguments(proxy: UsedProxy): string {
  const { address, port, user, password } = proxy;
  const values = user === null ? [address, port] : [address, port, user, password ?? ''];
  return values.map((value) => `"${value}"`).join(' ');
}

function readValues(lines: readonly string[]): ProxyValues {
  return {
    auth: settingValue(lines, 'ProxyAuthentication'),
    address: settingValue(lines, 'ProxyIP'),
    port: settingValue(lines, 'ProxyPort'),
    user: settingValue(lines, 'ProxyUserName'),
    password: settingValue(lines, 'ProxyPassword'),
  };
}

function keep({ auth, address, port, user, password }: ProxyValues): UsedProxy {
  return auth === 'Yes'
    ? { address, port, user, password }
    : { address, port, user: null, password: null };
}

function checkShape(lines: readonly string[] | null, path: string) {
  if (!lines) {
    const reason = proxyShape.missing(path);
    return { reason, trace: [reason] };
  }
  const trace = [`Proxy Setting File Path(${path}) passed to the installer exists.`];
  const refuse = (reason: string) => ({ reason, trace: [...trace, reason] });
  if (lines.length !== 6) return refuse(proxyShape.lineCount);
  trace.push('Number of lines in proxy settings file are 6.');
  if (lines[0] !== '[ProxySettings]') return refuse(proxyShape.line('First'));
  trace.push('First line is in expected format.');
  for (const [index, [ordinal, key]] of keys.entries()) {
    if (!isSettingLine(lines[index + 1] ?? '', key)) return refuse(proxyShape.line(ordinal));
    trace.push(`${ordinal} line is in expected format.`);
  }
  return { reason: '', trace };
}

function checkValues({ auth, address, port, user, password }: ProxyValues) {
  const trace = [`Validating ProxyAuthentication value - ${auth}`];
  const refuse = (...messages: string[]) => ({ messages, trace });
  if (auth !== 'Yes' && auth !== 'No') return refuse(proxyValues.authentication(auth));
  trace.push(
    'Successfully validated ProxyAuthentication value.',
    `Validating ProxyAddress value - ${address}`,
  );
  if (address === '') return refuse(proxyValues.emptyAddress);
  if (!address.startsWith('http://')) return refuse(proxyValues.address);
  trace.push('ProxyAddress has some value.', `Validating ProxyPort value - ${port}`);
  if (!isPort(port)) return refuse(refusals.port, proxyValues.port(port));
  trace.push('Successfully validated ProxyPort value.');
  if (auth === 'No') {
    trace.push(
      "Not validating ProxyUserName and ProxyPassword values as ProxyAuthentication value is set to 'No'.",
    );
    return refuse();
  }
  if (user === '') return refuse(proxyValues.emptyUser);
  trace.push('ProxyUserName has some value.');
  if (password === '') return refuse(proxyValues.emptyPassword);
  trace.push('ProxyPassword has some value.');
  return refuse();
}
