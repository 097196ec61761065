import { expect, test } from 'vitest';
import { explanationSchema } from '../../../../contract/explanation';
import { explain } from '../../../../main/vendor/explain/explain';

const SAMPLE = `\`\`\`
MicrosoftAzureSiteRecoveryUnifiedSetup.exe /q /xC:\\Temp\\Extracted
cd C:\\Temp\\Extracted
UNIFIEDSETUP.EXE /AcceptThirdpartyEULA /servermode "PS" /InstallLocation "D:\\" /EnvType "VMWare" /CSIP "10.150.24.119" /PassphraseFilePath "C:\\Users\\Administrator\\Desktop\\Passphrase.txt" /DataTransferSecurePort 443
\`\`\``;
const USAGE =
  'UnifiedSetup.exe [/ServerMode <CS/PS>] [/InstallDrive <DriveLetter>] [/MySQLCredsFilePath <MySQL credentials file path>] [/VaultCredsFilePath <Vault credentials file path>] [/EnvType <VMWare/NonVMWare>] [/PSIP <IP address to be used for data transfer] [/CSIP <IP address of CS to be registered with>] [/PassphraseFilePath <Passphrase file path>]';
const PROXY_FILE = `\`\`\`
* [ProxySettings]
* ProxyAuthentication = "Yes/No"
* Proxy IP = "IP Address"
* ProxyPort = "Port"
* ProxyUserName="UserName"
* ProxyPassword="Password"
\`\`\``;
const PROXY_CHANGE = (dash: string) => `  \`\`\`powershell
  $pwd = ConvertTo-SecureString -String MyProxyUserPassword
  Set-OBMachineSetting -ProxyServer http://myproxyserver.domain.com -ProxyPort PortNumber ${dash}ProxyUserName domain\\username -ProxyPassword $pwd
  net stop obengine
  net start obengine
  \`\`\``;
const REGISTER = `  \`\`\`
  cmd
  cdpcli.exe --registermt

  net stop obengine

  net start obengine

  exit
  \`\`\``;

test('the sample of the article becomes three lines that work', () => {
  const result = explain(SAMPLE);
  expect(result.lines.map(({ kind }) => kind)).toEqual(['unpack', 'changeFolder', 'setUp']);
  expect(result.corrected).toEqual([
    'MicrosoftAzureSiteRecoveryUnifiedSetup.exe /q /x:C:\\ProgramData\\ProcessServerManager\\Extracted',
    'cd /d C:\\ProgramData\\ProcessServerManager\\Extracted',
    'UNIFIEDSETUP.EXE /AcceptThirdpartyEULA /ServerMode PS /InstallLocation D:\\ASR /EnvType VMWare /CSIP 10.150.24.119 /PassphraseFilePath C:\\Users\\Administrator\\Desktop\\Passphrase.txt /DataTransferSecurePort 9443',
  ]);
  expect(result.answers).toEqual({
    installFolder: 'D:\\ASR',
    environment: 'vmware',
    csAddress: '10.150.24.119',
    dataPort: '9443',
  });
  expect(result.secretsSeen).toEqual(['passphrase']);
});

test('the folder of the sample shows what set-up really receives', () => {
  const folder = explain(SAMPLE).lines[2]?.tokens.find(({ text }) => text === '"D:\\"');
  expect(folder).toMatchObject({ verdict: 'corrected', correction: 'D:\\ASR' });
  expect(folder?.meaning).toContain(
    'D:" /EnvType VMWare /CSIP 10.150.24.119 /PassphraseFilePath C',
  );
  const after = explain(SAMPLE).lines[2]?.tokens.find(({ text }) => text === '"10.150.24.119"');
  expect(after).toMatchObject({ verdict: 'corrected', correction: '"10.150.24.119"' });
  expect(after?.meaning).toContain('would not see this');
});

test('the usage line is explained, and nothing is taken from it', () => {
  const { lines, answers, corrected, secretsSeen } = explain(USAGE);
  expect(lines.map(({ kind }) => kind)).toEqual(['usage']);
  expect(lines[0]?.tokens.map(({ text, verdict }) => [text.slice(0, 15), verdict])).toEqual([
    ['UnifiedSetup.ex', 'good'],
    ['[/ServerMode <C', 'good'],
    ['[/InstallDrive ', 'refused'],
    ['[/MySQLCredsFil', 'refused'],
    ['[/VaultCredsFil', 'refused'],
    ['[/EnvType <VMWa', 'good'],
    ['[/PSIP <IP addr', 'good'],
    ['[/CSIP <IP addr', 'good'],
    ['[/PassphraseFil', 'good'],
  ]);
  expect({ answers, corrected, secretsSeen }).toEqual({
    answers: {},
    corrected: [],
    secretsSeen: [],
  });
});

test('the proxy file of the article becomes the six lines that set-up reads, without answers', () => {
  const result = explain(PROXY_FILE);
  expect(result.lines.map(({ kind }) => kind)).toEqual(Array(6).fill('proxyFile'));
  expect(result.corrected).toEqual([
    '[ProxySettings]',
    'ProxyAuthentication = "No"',
    'ProxyIP = "http://<proxy>"',
    'ProxyPort = "<port>"',
    'ProxyUserName = ""',
    'ProxyPassword = ""',
  ]);
  expect(result.answers).toEqual({});
  expect(result.lines[2]?.tokens[0]).toMatchObject({
    text: '* Proxy IP',
    verdict: 'corrected',
    correction: 'ProxyIP',
  });
  expect(result.lines[1]?.tokens[1]).toMatchObject({ text: '"Yes/No"', verdict: 'refused' });
});

test.each(['\u2013', '\u00e2\u20ac\u201c'])(
  'the change of the proxy is explained with the dash %j before a name',
  (dash) => {
    const result = explain(PROXY_CHANGE(dash));
    expect(result.lines.map(({ kind }) => kind)).toEqual(Array(4).fill('otherProcedure'));
    expect(result.corrected).toEqual([
      "$proxyPassword = ConvertTo-SecureString -String '••••' -AsPlainText -Force",
      'Set-OBMachineSetting -ProxyServer http://myproxyserver.domain.com -ProxyPort PortNumber -ProxyUserName domain\\username -ProxyPassword $proxyPassword',
      'net stop obengine',
      'net start obengine',
    ]);
    const name = result.lines[1]?.tokens.find(({ text }) => text.endsWith('ProxyUserName'));
    expect(name).toMatchObject({ text: `${dash}ProxyUserName`, correction: '-ProxyUserName' });
    expect(result.answers).toEqual({});
    expect(JSON.stringify(result)).not.toContain('MyProxyUserPassword');
  },
);

test('the registration of the articles belongs to another procedure', () => {
  const { lines, corrected, answers } = explain(REGISTER);
  expect(lines.map(({ kind }) => kind)).toEqual(Array(5).fill('otherProcedure'));
  expect(corrected).toContain('cdpcli.exe --registermt');
  expect(answers).toEqual({});
});

test('a whole piece of an article is taken apart line by line', () => {
  const result = explain(
    ['### Sample usage', '', SAMPLE, '', 'Create the file in this form:', PROXY_FILE].join('\r\n'),
  );
  expect(explanationSchema.parse(result)).toEqual(result);
  expect(result.lines.map(({ kind }) => kind)).toEqual([
    'comment',
    'unpack',
    'changeFolder',
    'setUp',
    'unknown',
    ...Array(6).fill('proxyFile'),
  ]);
});

test.each([
  '<install folder>\\cxpsclient.exe -i <PS_IP> -l <PS_Data_Port> -y <timeout_in_secs:recommended 300>',
  '`telnet <process server IP address> <port>`',
  'cd %PROGRAMDATA%\\ASR\\Agent',
])('the line %s of an article is known', (line) => {
  expect(explain(line).lines[0]?.kind).toMatch(/otherProcedure|changeFolder/);
  expect(explain(line).answers).toEqual({});
});
