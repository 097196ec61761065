import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explanationSchema } from '../../../../contract/explanation';
import { explain } from '../../../../main/vendor/explain/explain';

const SET_UP =
  'UNIFIEDSETUP.EXE /AcceptThirdpartyEULA /ServerMode PS /InstallLocation D:\\ASR /EnvType VMWare /CSIP 10.20.30.40';

/** Forms in which a password may hold anything but a line break. */
const QUOTED: readonly ((password: string) => string)[] = [
  (p) => `ProxyPassword = "${p}"`,
  (p) => `* ProxyPassword="${p}"`,
  (p) => `* Proxy Password = \u201c${p}\u201d`,
  (p) => `[ProxySettings]\nproxypassword: "${p}" \nProxyPort = "8080"`,
  (p) => `[ProxySettings] ProxyIP = "http://proxy" ProxyPassword = "${p}"`,
  (p) => `[MySQLCredentials]\nMySQLRootPassword = "${p}"\nMySQLUserPassword = "${p}"`,
  (p) => `$pwd = ConvertTo-SecureString -String "${p}"`,
  (p) => `$pwd = ConvertTo-SecureString "${p}" -AsPlainText -Force`,
  (p) => `$secret = '${p}' | ConvertTo-SecureString -AsPlainText -Force`,
  (p) => `$password = "${p}"`,
  (p) => `Set-OBMachineSetting -ProxyServer http://proxy -ProxyPassword "${p}"`,
  (p) =>
    `Set-OBMachineSetting -ProxyPassword (ConvertTo-SecureString -String '${p}' -AsPlainText -Force)`,
  (p) => `csgetfingerprint.exe -i 10.20.30.40 -p 443 -w "${p}"`,
  (p) => `> csgetfingerprint -w "${p}" -v`,
];
/** Forms without quotes: blanks and quotes would end the password, a dash would begin a name. */
const BARE: readonly ((password: string) => string)[] = [
  ...QUOTED.map((form) => (p: string) => form(p).replace(/["'\u201c\u201d]/g, '')),
  (p) => `Set-OBMachineSetting \u2013ProxyPassword ${p} \u2013ProxyPort 8080`,
  (p) => `ProxyPassword=\n${p}`,
  (p) => `genpassphrase.exe -p ${p}`,
  (p) => `SetMarsProxy.exe "http://proxy" "8080" "user" "${p}"`,
  (p) => `ProxyIP = "http://user:${p}@proxy.contoso.com:8080"`,
  (p) => `${SET_UP} /ProxyPassword ${p}`,
  (p) => `${SET_UP} /ProxyPassword:${p}`,
  (p) => `${SET_UP} ^\n/Passphrase ${p} /SkipSpaceCheck`,
];

const password = fc.string({ minLength: 6, maxLength: 40, unit: 'grapheme-ascii' });
const leaks = (pasted: string, secret: string) => {
  const shown = JSON.stringify(explain(pasted));
  return [secret, secret.trim(), JSON.stringify(secret).slice(1, -1)].some((p) =>
    shown.includes(p),
  );
};
/** Some passwords are words of the explanation itself. */
const isTelling = (form: (p: string) => string, secret: string) => !leaks(form('x'), secret);

test.each(QUOTED.map((form) => [form('…'), form] as const))(
  'a password in %s is never shown',
  (_shown, form) => {
    fc.assert(
      fc.property(
        password.filter((p) => p.trim().length >= 6 && isTelling(form, p)),
        (secret) => {
          expect(leaks(form(secret), secret)).toBe(false);
        },
      ),
    );
  },
);

const bare = fc.stringMatching(/^[A-Za-z0-9!#$%&()*+,.;<>?@^_~{}=:]{6,40}$/);
test.each(BARE.map((form) => [form('…'), form] as const))(
  'a password without quotes in %s is never shown',
  (_shown, form) => {
    fc.assert(
      fc.property(
        bare.filter((p) => isTelling(form, p)),
        (secret) => {
          expect(leaks(form(secret), secret)).toBe(false);
        },
      ),
    );
  },
);

test('a passphrase in the place of its file is hidden, and its field is named', () => {
  const result = explain(`${SET_UP} /PassphraseFilePath Abcdefgh12345678`);
  expect(JSON.stringify(result)).not.toContain('Abcdefgh12345678');
  expect(result.secretsSeen).toEqual(['passphrase']);
  expect(result.lines[0]?.tokens.at(-1)).toMatchObject({ text: '••••', verdict: 'refused' });
});

test('a password that stands a second time elsewhere is hidden there too', () => {
  const result = explain('ProxyPassword = "Tr0ub4dor"\n# the password is Tr0ub4dor');
  expect(result.lines[1]).toMatchObject({ kind: 'comment', text: '# the password is ••••' });
});

test.each([
  ['csgetfingerprint.exe -i 10.20.30.40 -p 443 -w Abcdefgh12345678', ['passphrase']],
  ['Set-OBMachineSetting -ProxyPassword Tr0ub4dor', ['proxyPassword']],
  ['$pwd = ConvertTo-SecureString -String Tr0ub4dor', ['proxyPassword']],
  ['$pwd = ConvertTo-SecureString -String MyProxyUserPassword', []],
  ['ProxyPassword = ""', []],
  ['genpassphrase.exe -v', []],
])('%s names %j', (line, names) => expect(explain(line).secretsSeen).toEqual(names));

test('in a settings file, what looks like a variable is a password', () => {
  expect(JSON.stringify(explain('$secret = 1\nProxyPassword = $secret').lines[1])).not.toContain(
    '$sec',
  );
});

test('a variable is no password', () => {
  const { lines } = explain('Set-OBMachineSetting -ProxyPassword $pwd');
  expect(lines[0]?.tokens.at(-1)).toMatchObject({ text: '$pwd', correction: '$proxyPassword' });
});

const pieces = fc.constantFrom(
  'UNIFIEDSETUP.EXE',
  'MicrosoftAzureSiteRecoveryUnifiedSetup.exe',
  '/x:',
  '/InstallLocation',
  '/CSIP',
  '"',
  '\\',
  '\\"',
  ' ',
  '\n',
  '^\n',
  '`',
  '\u201c',
  '\u2013',
  '[ProxySettings]\n',
  'ProxyPassword = ',
  'ProxyIP=',
  'ConvertTo-SecureString',
  'Set-OBMachineSetting',
  '|',
  '<',
  '[/',
  ' && ',
  'cd ',
  '\u0000',
);

test('any text is explained without failing', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 40 })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(anything, (pasted) => {
      const result = explain(pasted);
      expect(explanationSchema.parse(result)).toEqual(result);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['one long line', `UNIFIEDSETUP.EXE ${'/CSIP 10.20.30.40 '.repeat(2800)}`],
  ['blanks', `UNIFIEDSETUP.EXE${' '.repeat(50_000)}/CSIP`],
  ['backslashes', `UNIFIEDSETUP.EXE /InstallLocation "${'\\'.repeat(49_000)}`],
  ['quotes', '"'.repeat(50_000)],
  ['lines', 'a\n'.repeat(25_000)],
  ['one word', 'password'.repeat(6250)],
  ['addresses', '://a:'.repeat(10_000)],
  ['brackets', `UnifiedSetup.exe ${'[/a '.repeat(12_000)}`],
  ['dollars', '$a'.repeat(25_000)],
])('50 000 characters of %s are explained', (_what, pasted) => {
  expect(explain(pasted).lines.length).toBeLessThanOrEqual(400);
});

test.each(['', ' \r\n\t\r\n', '```\n```'])('%j holds no line', (pasted) => {
  expect(explain(pasted)).toMatchObject({ lines: [], corrected: [], answers: {}, secretsSeen: [] });
});

test('what is not known is said to be not known', () => {
  const { lines, remarks } = explain('Open the portal and choose your vault.');
  expect(lines[0]).toMatchObject({ kind: 'unknown', tokens: [], corrected: null });
  expect(remarks.join()).toContain("Couldn't find");
});
