import { expect, test } from 'vitest';
import { explain } from '../../../../main/vendor/explain/explain';

const file = (changes: Readonly<Record<string, string>> = {}) =>
  Object.values({
    heading: '[ProxySettings]',
    signIn: 'ProxyAuthentication = "Yes"',
    address: 'ProxyIP = "http://proxy.contoso.com"',
    port: 'ProxyPort = "8080"',
    user: 'ProxyUserName = "CONTOSO\\svc"',
    password: 'ProxyPassword = "Tr0ub4dor"',
    ...changes,
  }).join('\r\n');
const MENDED = file({ password: 'ProxyPassword = "••••"' }).split('\r\n');
const ANSWERS = {
  proxyMode: 'custom',
  proxyAddress: 'http://proxy.contoso.com',
  proxyPort: '8080',
  proxySignIn: 'yes',
  proxyUser: 'CONTOSO\\svc',
};

test('a good file is good and becomes answers, without its password', () => {
  const result = explain(file());
  expect(result.lines.flatMap(({ tokens }) => tokens.map(({ verdict }) => verdict))).toEqual(
    Array(11).fill('good'),
  );
  expect(result.lines.every(({ corrected }) => corrected === null)).toBe(true);
  expect(result).toMatchObject({
    corrected: MENDED,
    answers: ANSWERS,
    secretsSeen: ['proxyPassword'],
  });
});

test.each([
  ['bullets', file().replaceAll(/^/gm, '* ')],
  ['a blank in a name', file().replace('ProxyIP', 'Proxy IP')],
  ['names in lower case', file().replace('ProxyPort', 'proxyport')],
  ['a colon', file().replace('ProxyPort =', 'ProxyPort:')],
  ['no quotes', file().replace('"8080"', '8080')],
  ['typographic quotes', file().replace('"8080"', '\u201c8080\u201d')],
  ['no http', file({ address: 'ProxyIP = "proxy.contoso.com"' })],
  ['http in capitals', file().replace('http', 'HTTP')],
  [
    'a port in the address only',
    file({ address: 'ProxyIP = "http://proxy.contoso.com:8080/"', port: '' }),
  ],
  ['an address and port in the address', file({ address: 'ProxyIP = "proxy.contoso.com:8080"' })],
  ['a sign-in in small letters', file().replace('"Yes"', '"yes"')],
  ['blanks around a line', file().replace('ProxyPort', '  ProxyPort').replace('"8080"', '"8080" ')],
  ['another order', file().split('\r\n').reverse().join('\n')],
  ['empty lines', file().replaceAll('\r\n', '\r\n\r\n')],
  ['a bare zero before the port', file().replace('8080', '08080')],
])('a file with %s is mended', (_what, pasted) => {
  const result = explain(pasted);
  expect(result.corrected).toEqual(MENDED);
  expect(result.answers).toEqual(ANSWERS);
  expect(result.secretsSeen).toEqual(['proxyPassword']);
});

test.each([
  ['ProxyAuthentication = "Maybe"', 'signIn', 'proxySignIn', 'yes'],
  ['ProxyIP = "https://proxy.contoso.com"', 'address', 'proxyAddress', undefined],
  ['ProxyIP = "http://my_proxy name"', 'address', 'proxyAddress', undefined],
  ['ProxyPort = ""', 'port', 'proxyPort', undefined],
  ['ProxyPort = "65536"', 'port', 'proxyPort', undefined],
  ['ProxyUserName = "a=b"', 'user', 'proxyUser', undefined],
  ['ProxyUserName = "UserName"', 'user', 'proxyUser', undefined],
])('%s is refused', (line, part, answer, value) => {
  const result = explain(file({ [part]: line }));
  const read = result.lines.find(({ text }) => text === line);
  expect(read?.tokens[1]).toMatchObject({ verdict: 'refused', correction: null });
  expect(result.answers[answer]).toBe(value);
});

test('without a sign-in, user and password are ignored', () => {
  const result = explain(file({ signIn: 'ProxyAuthentication = "No"' }));
  expect(result.lines.at(-1)?.tokens[1]?.verdict).toBe('ignored');
  expect(result.answers).toMatchObject({ proxySignIn: 'no' });
  expect(result.answers).not.toHaveProperty('proxyUser');
  expect(result.corrected.slice(4)).toEqual(['ProxyUserName = ""', 'ProxyPassword = ""']);
});

test.each(['a=b-secret', 'a"b-secret', 'ends-with\\', 'p\u00e4ssword-x'])(
  'the password %s is refused without being shown',
  (password) => {
    const result = explain(file({ password: `ProxyPassword = "${password}"` }));
    expect(result.lines.at(-1)?.tokens[1]).toMatchObject({ verdict: 'refused', text: '"••••"' });
    expect(JSON.stringify(result)).not.toContain(JSON.stringify(password).slice(1, -1));
  },
);

test('missing and repeated lines are said', () => {
  const missing = explain('[ProxySettings]\nProxyIP = "http://proxy.contoso.com"');
  expect(missing.remarks.join()).toContain('ProxyAuthentication, ProxyPort, ProxyUserName');
  expect(missing.answers).toEqual({
    proxyMode: 'custom',
    proxyAddress: 'http://proxy.contoso.com',
  });
  const twice = explain(`${file()}\nProxyPort = "9090"`);
  expect(twice.lines.at(-1)?.tokens[0]?.verdict).toBe('refused');
  expect(twice.answers.proxyPort).toBe('8080');
});

test('a proxy file beside a set-up line fills in the proxy', () => {
  const line = 'UNIFIEDSETUP.EXE /AcceptThirdpartyEULA /ServerMode PS /InstallLocation D:\\ASR';
  const result = explain(`${line} /ProxySettingsFilePath C:\\in\\Proxy.txt\n${file()}`);
  expect(result.answers).toEqual({ installFolder: 'D:\\ASR', ...ANSWERS });
});

test('the passwords of the database belong to another file', () => {
  const result = explain(
    '[MySQLCredentials]\nMySQLRootPassword = "Root-Pa55"\nMySQLUserPassword = "User-Pa55"',
  );
  expect(result.lines.map(({ kind }) => kind)).toEqual(Array(3).fill('otherFile'));
  expect(result).toMatchObject({ answers: {}, corrected: [], secretsSeen: [] });
  expect(JSON.stringify(result)).not.toContain('Pa55');
});
