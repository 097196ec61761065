import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandLine } from '../../../../contract/command-line';
import { explain } from '../../../../main/vendor/explain/explain';
import { unifiedSetupCommand } from '../../../../main/vendor/unified-setup';

const GOOD =
  'UNIFIEDSETUP.EXE /AcceptThirdpartyEULA /ServerMode PS /InstallLocation D:\\ASR /EnvType NonVMWare /CSIP 10.20.30.40 /PassphraseFilePath C:\\in\\Passphrase.txt';
const withFolder = (folder: string) => GOOD.replace('D:\\ASR', () => folder);
const withCs = (address: string) => GOOD.replace('10.20.30.40', address);

function tokenOf(line: string, text: string) {
  const found = explain(line).lines[0]?.tokens.find((token) => token.text === text);
  if (found === undefined) throw new Error(`no token ${text}`);
  return found;
}
const verdicts = (line: string) =>
  explain(line).lines[0]?.tokens.map(({ text, verdict }) => `${text}: ${verdict}`);

test('a good line stays as it is', () => {
  const { lines, corrected, answers } = explain(GOOD);
  expect(lines[0]).toMatchObject({ kind: 'setUp', corrected: null });
  expect(lines[0]?.tokens.every(({ verdict }) => verdict === 'good')).toBe(true);
  expect(corrected).toEqual([GOOD]);
  expect(answers).toEqual({
    installFolder: 'D:\\ASR',
    environment: 'physical',
    csAddress: '10.20.30.40',
  });
});

test.each([
  GOOD.replaceAll('/', '-'),
  GOOD.replace('/CSIP', '/csip').replace('PS', 'ps').replace('NonVMWare', 'NONVMWARE'),
  GOOD.replace('UNIFIEDSETUP.EXE', '"C:\\My package\\UnifiedSetup.exe"'),
  `PS C:\\Users\\admin> ${GOOD}`,
  `> \`${GOOD}\``,
  GOOD.replace(' /EnvType', ' ^\r\n  /EnvType').replace(' /CSIP', ' ^\n/CSIP'),
  GOOD.replace(' /EnvType', ' `\n/EnvType'),
])('%j means the same', (line) => {
  expect(explain(line).lines).toHaveLength(1);
  expect(explain(line).lines[0]?.tokens.every(({ verdict }) => verdict === 'good')).toBe(true);
  expect(explain(line).answers).toEqual(explain(GOOD).answers);
});

test.each(['/BypassProxy', '/InstallDrive D:', '/SikpSpaceCheck', '/Foo bar', 'stray'])(
  '%s is refused, and what follows it is said to be lost to set-up',
  (unknown) => {
    const line = `${GOOD} ${unknown} /DataTransferSecurePort 9555`;
    const first = tokenOf(line, unknown.split(' ')[0] ?? '');
    expect(first).toMatchObject({ verdict: 'refused', correction: null });
    expect(first.meaning).toContain('everything after it');
    for (const lost of ['/DataTransferSecurePort', '9555']) {
      expect(tokenOf(line, lost)).toMatchObject({ verdict: 'corrected', correction: lost });
      expect(tokenOf(line, lost).meaning).toContain('would not see this');
    }
    expect(explain(line).corrected).toEqual([
      GOOD.replace('/PassphraseFilePath C:\\in\\Passphrase.txt', '').trimEnd() +
        ' /PassphraseFilePath C:\\in\\Passphrase.txt /DataTransferSecurePort 9555',
    ]);
    expect(explain(line).answers.dataPort).toBe('9555');
  },
);

test('/BypassProxy is read as no proxy', () => {
  expect(explain(`${GOOD} /BypassProxy`).answers.proxyMode).toBe('direct');
});

test('the first of two counts, and set-up would stop at the second', () => {
  const line = `${GOOD} /CSIP 10.9.9.9 /SkipSpaceCheck`;
  expect(verdicts(line)?.slice(-3)).toEqual([
    '/CSIP: refused',
    '10.9.9.9: refused',
    '/SkipSpaceCheck: corrected',
  ]);
  expect(explain(line).answers).toMatchObject({ csAddress: '10.20.30.40', spaceCheck: 'yes' });
});

test.each([`${GOOD} /PSIP`, `${GOOD} /PSIP /SkipSpaceCheck`])('%s lacks a value', (line) => {
  expect(tokenOf(line, '/PSIP')).toMatchObject({ verdict: 'refused' });
  expect(explain(line).answers.dataAddress).toBeUndefined();
});

test.each([
  ['"D:\\"', 'D:\\ASR'],
  ['D:\\', 'D:\\ASR'],
  ['d:', 'D:\\ASR'],
  ['"C:\\\\"', 'C:\\ASR'],
  ['D:\\ASR\\', 'D:\\ASR'],
  ['"D:\\My ASR\\"', 'D:\\My ASR'],
  ['D:/ASR', 'D:\\ASR'],
  ['D:ASR', 'D:\\ASR'],
])('the folder %s is corrected to %s', (folder, corrected) => {
  const line = withFolder(folder);
  expect(tokenOf(line, folder)).toMatchObject({ verdict: 'corrected', correction: corrected });
  expect(explain(line).answers.installFolder).toBe(corrected);
});

test.each([
  '\\\\server\\share\\ASR',
  'ASR',
  '..\\ASR',
  'D:\\Ordner-\u00fc',
  'D:\\\u65e5\u672c',
  '%ProgramFiles%\\ASR',
  'C:\\Temp\\ASR',
  'C:\\Windows',
  '"C:\\Program Files (x86)\\ASR"',
  `D:\\${'long'.repeat(40)}`,
  'D:\\-x',
  'D:\\a&b',
  '""',
])('the folder %s is refused', (folder) => {
  const line = withFolder(folder);
  expect(tokenOf(line, folder)).toMatchObject({ verdict: 'refused', correction: null });
  expect(explain(line).answers.installFolder).toBeUndefined();
  expect(explain(line).corrected[0]).toContain('"<install folder>"');
});

test.each(['443', '0443', '+443', '" 443"', '9433', '""', '+9443', '09443'])(
  'the port %s becomes 9443',
  (port) => {
    const line = `${GOOD} /DataTransferSecurePort ${port}`;
    expect(tokenOf(line, port)).toMatchObject({ verdict: 'corrected', correction: '9443' });
    expect(explain(line).answers.dataPort).toBe('9443');
  },
);

test.each(['0', '1', '65536', '94a3', '9.443', '\u06f9\u06f4\u06f4\u06f3', '<port>'])(
  'the port %s is refused',
  (port) => {
    const line = `${GOOD} /DataTransferSecurePort ${port}`;
    expect(tokenOf(line, port).verdict).toBe('refused');
    expect(explain(line).answers.dataPort).toBeUndefined();
  },
);

test.each(['cs01.contoso.com', '0.1.2.3', '127.0.0.1', '010.20.30.40', '10.20.30', '<CSIP>'])(
  'the configuration server %s is refused',
  (address) => {
    expect(tokenOf(withCs(address), address).verdict).toBe('refused');
    expect(explain(withCs(address)).answers.csAddress).toBeUndefined();
  },
);

test('an address with more than the address is corrected', () => {
  expect(tokenOf(withCs('https://10.20.30.40:443'), 'https://10.20.30.40:443')).toMatchObject({
    verdict: 'corrected',
    correction: '10.20.30.40',
  });
});

test('a configuration server is refused as a whole', () => {
  const { lines, answers, corrected } = explain(
    `${GOOD.replace(' PS ', ' cs ')} /MySQLCredsFilePath C:\\in\\mysql.txt`,
  );
  expect(lines[0]).toMatchObject({ kind: 'setUp', corrected: null });
  expect(lines[0]?.tokens.find(({ text }) => text === 'cs')?.verdict).toBe('refused');
  expect({ answers, corrected }).toEqual({ answers: {}, corrected: [] });
});

test('files of a configuration server are refused with the reason', () => {
  for (const name of ['/MySQLCredsFilePath', '/VaultCredsFilePath']) {
    const line = `${GOOD} ${name} C:\\in\\file.txt`;
    expect(tokenOf(line, name).verdict).toBe('refused');
    expect(tokenOf(line, 'C:\\in\\file.txt').meaning).toContain('configuration server');
    expect(explain(line).corrected).toEqual([GOOD]);
  }
});

test('a path of a proxy file asks for its content', () => {
  const line = `${GOOD} /ProxySettingsFilePath C:\\in\\Proxy.txt`;
  expect(tokenOf(line, 'C:\\in\\Proxy.txt').meaning).toContain('paste the content');
  expect(explain(line).answers.proxyMode).toBe('custom');
});

test('undocumented switches become answers', () => {
  const line = `${GOOD} /SkipSpaceCheck /SkipPrereqsCheck /SkipTLSCheck /SkipRegistration /AZUREIP 10.20.30.60`;
  expect(explain(line).answers).toMatchObject({
    spaceCheck: 'yes',
    skipPrerequisites: 'yes',
    skipTls: 'yes',
    register: 'no',
    azureAddress: '10.20.30.60',
  });
  expect(tokenOf(`${GOOD} /SourceConfigFilePath C:\\x.json`, 'C:\\x.json').verdict).toBe('ignored');
});

test('missing terms are said, and acceptance is never an answer', () => {
  const result = explain(GOOD.replace('/AcceptThirdpartyEULA ', ''));
  expect(result.remarks.join()).toContain('AcceptThirdpartyEULA is missing');
  expect(result.corrected).toEqual([GOOD]);
  expect(result.answers).not.toHaveProperty('acceptTerms');
  expect(explain(GOOD).answers).not.toHaveProperty('acceptTerms');
});

test.each([':', '='])('a name and a value joined by %s are taken apart', (sign) => {
  const joined = `/InstallLocation${sign}D:\\ASR`;
  const line = GOOD.replace('/InstallLocation D:\\ASR', joined);
  expect(tokenOf(line, joined)).toMatchObject({
    verdict: 'corrected',
    correction: '/InstallLocation D:\\ASR',
  });
  expect(tokenOf(line, '10.20.30.40').meaning).toContain('would not see this');
  expect(explain(line).corrected).toEqual([GOOD]);
});

test.each(['\u201cD:\\ASR\u201d', '\u00e2\u20ac\u0153D:\\ASR\u00e2\u20ac\u009d'])(
  'typographic quotes %j are no quotes to Windows',
  (folder) => {
    const token = explain(withFolder(folder)).lines[0]?.tokens.find((one) =>
      one.text.includes('D:\\ASR'),
    );
    expect(token).toMatchObject({ verdict: 'corrected', correction: 'D:\\ASR' });
    expect(explain(withFolder(folder)).corrected).toEqual([GOOD]);
  },
);

test('a dash before a name, blanks that do not break and a broken line are mended', () => {
  const line = GOOD.replace('/CSIP ', '\u2013CSIP\u00a0').replace(' /EnvType', '\n/EnvType');
  const result = explain(line);
  expect(result.lines).toHaveLength(1);
  expect(result.lines[0]?.tokens.find(({ text }) => text === '\u2013CSIP')).toMatchObject({
    verdict: 'corrected',
    correction: '/CSIP',
  });
  expect(result.corrected).toEqual([GOOD]);
  expect(result.remarks.join()).toContain('joined');
});

test.each([
  'UNIFIEDSETUP.EXE',
  'UNIFIEDSETUP.EXE /Upgrade',
  'UNIFIEDSETUP.EXE /ShowThirdpartyEULA',
])('%s installs nothing, so nothing has to be typed', (line) =>
  expect(explain(line)).toMatchObject({ corrected: [], answers: {} }),
);

test.each(['/q /x:D:\\Package', '-q -x:D:\\Package'])(
  'the set-up file unpacks with %s',
  (options) => {
    const line = `C:\\Users\\admin\\Downloads\\MicrosoftAzureSiteRecoveryUnifiedSetup.exe ${options}`;
    expect(explain(line).lines[0]).toMatchObject({ kind: 'unpack', corrected: null });
    expect(explain(line).answers.setupFile).toBe(line.split(' ')[0]);
  },
);

test.each(['/q /xD:\\Package', '/q /x D:\\Package', '/x:D:\\Package', '/q /x: "D:\\Package"'])(
  'the set-up file does not unpack as meant with %s',
  (options) => {
    const line = `MicrosoftAzureSiteRecoveryUnifiedSetup.exe ${options}`;
    expect(explain(line).corrected).toEqual([
      'MicrosoftAzureSiteRecoveryUnifiedSetup.exe /q /x:D:\\Package',
    ]);
  },
);

const octet = fc.integer({ min: 1, max: 126 });
const address = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'));
const folderName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 _]{0,8}[A-Za-z0-9]$/);
const isOrdinary = (name: string) => !/^(?:temp|windows|program files|programdata)$/i.test(name);

test('a line that this program would run is good and gives back the same answers', () => {
  fc.assert(
    fc.property(
      fc.record({
        folder: fc.array(folderName.filter(isOrdinary), { minLength: 1, maxLength: 3 }),
        drive: fc.constantFrom('C', 'D', 'e'),
        csAddress: address,
        dataAddress: address,
        environment: fc.constantFrom('VMWare' as const, 'NonVMWare' as const),
        dataPort: fc.integer({ min: 2, max: 65_535 }).filter((port) => ![443, 9433].includes(port)),
        withProxy: fc.boolean(),
        azureAddress: fc.option(address),
        skipSpaceCheck: fc.boolean(),
        skipPrerequisites: fc.boolean(),
        skipTls: fc.boolean(),
        skipRegistration: fc.boolean(),
      }),
      ({ folder, drive, withProxy, ...given }) => {
        const installFolder = `${drive}:\\${folder.join('\\')}`;
        const { file, args } = unifiedSetupCommand({
          ...given,
          installFolder,
          packageFolder: 'C:\\ProgramData\\ProcessServerManager\\Packages\\one',
          passphraseFile: 'C:\\ProgramData\\ProcessServerManager\\Work one\\Passphrase.txt',
          proxyFile: withProxy ? 'C:\\ProgramData\\ProcessServerManager\\Proxy.txt' : null,
        });
        const line = commandLine(file, args);
        const result = explain(line);
        expect(result.lines[0]?.tokens.filter(({ verdict }) => verdict !== 'good')).toEqual([]);
        expect(result.corrected).toEqual([line]);
        expect(result.answers).toEqual({
          installFolder,
          csAddress: given.csAddress,
          dataAddress: given.dataAddress,
          dataPort: String(given.dataPort),
          environment: given.environment === 'VMWare' ? 'vmware' : 'physical',
          ...(withProxy ? { proxyMode: 'custom' } : {}),
          ...(given.azureAddress === null ? {} : { azureAddress: given.azureAddress }),
          ...(given.skipSpaceCheck ? { spaceCheck: 'yes' } : {}),
          ...(given.skipPrerequisites ? { skipPrerequisites: 'yes' } : {}),
          ...(given.skipTls ? { skipTls: 'yes' } : {}),
          ...(given.skipRegistration ? { register: 'no' } : {}),
        });
      },
    ),
  );
});
