import { describe, expect, test } from 'vitest';
import { localMoment, parseHashFile, parseStore } from '../../acceptance/sources/certutil';
import { parseCsv } from '../../acceptance/sources/csv';
import { parseTypeperf } from '../../acceptance/sources/load';
import { parseListening } from '../../acceptance/sources/netstat';
import { parseWinHttpProxy, proxyForHttps } from '../../acceptance/sources/proxy';
import { parseTaskList, parseTaskXml } from '../../acceptance/sources/tasks';
import { hasAdministratorRights } from '../../acceptance/sources/whoami';
import { captionFrom, languageOf, parseVer } from '../../acceptance/sources/windows-names';

const lines = (...all: string[]) => all.join('\r\n');

describe('whoami /groups', () => {
  const group = (attributes: string) =>
    lines(
      '"Everyone","Well-known group","S-1-1-0","Mandatory group, Enabled by default, Enabled group"',
      `"BUILTIN\\Administrators","Alias","S-1-5-32-544","${attributes}"`,
      '',
    );

  test('an elevated administrator has the rights', () => {
    const attributes = 'Mandatory group, Enabled by default, Enabled group, Group owner';
    expect(hasAdministratorRights(group(attributes))).toBe(true);
  });
  test('a group that only denies gives no rights', () => {
    expect(hasAdministratorRights(group('Group used for deny only'))).toBe(false);
  });
  test('a list without the group tells of no rights', () => {
    const text = '"Everyone","Well-known group","S-1-1-0","Enabled group"';
    expect(hasAdministratorRights(text)).toBe(false);
  });
  test('nothing that looks like a group tells nothing', () => {
    expect(hasAdministratorRights('whoami: not found')).toBeNull();
  });
});

describe('names of Windows', () => {
  test('ver tells the version, with or without the word Version', () => {
    expect(parseVer('\r\nMicrosoft Windows [Version 10.0.26100.4061]\r\n')).toBe('10.0.26100');
    expect(parseVer('Microsoft Windows 10.0.18362')).toBe('10.0.18362');
    expect(parseVer('')).toBeNull();
  });
  test('the registry is worded as WMI words it', () => {
    expect(captionFrom('Windows Server 2025 Datacenter', 26100)).toBe(
      'Microsoft Windows Server 2025 Datacenter',
    );
    expect(captionFrom('Microsoft Windows 10', 18362)).toBe('Microsoft Windows 10');
  });
  test('Windows 11 still calls itself Windows 10 in the registry', () => {
    expect(captionFrom('Windows 10 Pro', 22631)).toBe('Microsoft Windows 11 Pro');
    expect(captionFrom('Windows 10 Pro', 19045)).toBe('Microsoft Windows 10 Pro');
  });
  test('a language code has its name, an unknown one none', () => {
    expect(languageOf('0409')).toBe('en-US');
    expect(languageOf('c0a')).toBe('es-ES');
    expect(languageOf('7777')).toBeNull();
  });
});

describe('netstat -ano', () => {
  const text = lines(
    '',
    'Active Connections',
    '',
    '  Proto  Local Address          Foreign Address        State           PID',
    '  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       968',
    '  TCP    10.0.0.4:3389          203.0.113.7:51234      ESTABLISHED     1240',
    '  TCP    127.0.0.1:9443         0.0.0.0:0              ABHÖREN         77',
    '  TCP    [::]:135               [::]:0                 LISTENING       968',
    '  TCP    [::1]:5432             [::]:0                 LISTENING       4021',
    '  TCP    10.0.0.4:49152         0.0.0.0:80             TIME_WAIT       0',
    '  UDP    0.0.0.0:500            *:*                                    3120',
    '',
  );
  test('only ports that somebody listens on, each once, in any language', () => {
    expect(parseListening(text)).toEqual([135, 5432, 9443]);
  });
});

describe('proxies', () => {
  test('services go straight', () => {
    const text = lines(
      '',
      'Current WinHTTP proxy settings:',
      '',
      '    Direct access (no proxy server).',
    );
    expect(parseWinHttpProxy(text)).toBeNull();
  });
  test('services go by a proxy', () => {
    const text = lines(
      'Current WinHTTP proxy settings:',
      '',
      '    Proxy Server(s) :  proxy.contoso.example:8080',
      '    Bypass List     :  <local>',
    );
    expect(parseWinHttpProxy(text)).toBe('proxy.contoso.example:8080');
  });
  test('an answer in another language tells nothing', () => {
    expect(parseWinHttpProxy('    Direktzugriff (kein Proxyserver).')).toBeUndefined();
  });
  test('the proxy of https is the one for all, or its own in a list', () => {
    expect(proxyForHttps('proxy:8080')).toBe('proxy:8080');
    expect(proxyForHttps('http://proxy:8080')).toBe('proxy:8080');
    expect(proxyForHttps('http=a:80;https=b:8443;ftp=c:21')).toBe('b:8443');
    expect(proxyForHttps('http=a:80;ftp=c:21')).toBeNull();
    expect(proxyForHttps('')).toBeNull();
  });
});

describe('certutil', () => {
  const hash = 'fad8130d1f5f0209349409e7ad125657717e929956aad943e78a04c663bd14d0';
  test('a hash in one piece, and with blanks as older Windows prints it', () => {
    const around = (middle: string) =>
      lines(
        'SHA256 hash of C:\\x.exe:',
        middle,
        'CertUtil: -hashfile command completed successfully.',
      );
    expect(parseHashFile(around(hash))).toBe(hash);
    expect(parseHashFile(around(hash.replace(/../g, '$& ').trim().toUpperCase()))).toBe(hash);
    expect(parseHashFile(around('0x80070002'))).toBeNull();
  });
  const store = lines(
    'My "Personal"',
    '================ Certificate 0 ================',
    'Serial Number: 4d2e8b',
    'Issuer: CN=Scout, OU=InMage',
    ' NotBefore: 11/21/2025 9:05 AM',
    ' NotAfter: 11/21/2027 12:05 PM',
    'Subject: CN=Scout, OU=InMage',
    'Signature matches Public Key',
    'Cert Hash(sha1): 32 c6 b7 33 0f 30 64 41 f9 16 95 0d d5 65 a7 30 9c 50 b9 c2',
    '',
    '================ Certificate 1 ================',
    'Serial Number: 01',
    ' NotAfter: 21.11.2027 12:05',
    'Cert Hash(sha1): 0123456789abcdef0123456789abcdef01234567',
    'CertUtil: -store command completed successfully.',
  );
  test('every certificate of a store, with and without blanks in the thumbprint', () => {
    expect(parseStore(store)).toEqual([
      { thumbprint: '32c6b7330f306441f916950dd565a7309c50b9c2', notAfter: '11/21/2027 12:05 PM' },
      { thumbprint: '0123456789abcdef0123456789abcdef01234567', notAfter: '21.11.2027 12:05' },
    ]);
  });
  test('an empty store has none', () => {
    const text = lines('My "Personal"', 'CertUtil: -store command completed successfully.');
    expect(parseStore(text)).toEqual([]);
  });
  test('a date is only read where its order is sure', () => {
    expect(localMoment('11/21/2027 12:05 PM')).toEqual(new Date(2027, 10, 21, 12, 5));
    expect(localMoment('1/2/2027 12:05 AM')).toEqual(new Date(2027, 0, 2, 0, 5));
    expect(localMoment('21.11.2027 12:05')).toBeNull();
  });
});

describe('tasks', () => {
  test('programs that run, without their .exe', () => {
    const text = lines(
      '"System Idle Process","0","Services","0","8 K"',
      '"UnifiedSetup.exe","4711","RDP-Tcp#0","2","10,240 K"',
    );
    expect(parseTaskList(text)).toEqual([
      { name: 'System Idle Process', pid: 0 },
      { name: 'UnifiedSetup', pid: 4711 },
    ]);
  });
  const task = (trigger: string, user: string) =>
    lines(
      '<?xml version="1.0" encoding="UTF-16"?>',
      '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
      `  <Triggers><${trigger}><Enabled>true</Enabled></${trigger}></Triggers>`,
      '  <Principals>',
      '    <Principal id="Author">',
      '      <RunLevel>HighestAvailable</RunLevel>',
      `      <UserId>${user}</UserId>`,
      '    </Principal>',
      '  </Principals>',
      '  <Actions Context="Author"><Exec>',
      '    <Command>"C:\\A &amp; B\\node.exe"</Command>',
      '    <Arguments>--version resume acceptance</Arguments>',
      '  </Exec></Actions>',
      '</Task>',
    );
  test('a start-up task of the system', () => {
    expect(parseTaskXml(task('BootTrigger', 'S-1-5-18'))).toEqual({
      atStartUp: true,
      asSystem: true,
      highest: true,
      command: '"C:\\A & B\\node.exe"',
      arguments: '--version resume acceptance',
    });
  });
  test('one of a user at sign-in is neither', () => {
    const found = parseTaskXml(task('LogonTrigger', 'S-1-5-21-1-2-3-500'));
    expect(found).toMatchObject({ atStartUp: false, asSystem: false });
  });
  test('what is no task', () => {
    expect(parseTaskXml('ERROR: The system cannot find the file specified.')).toBeNull();
  });
});

test('a field may hold a comma and a doubled quote', () => {
  expect(parseCsv('"a,b","say ""x""",""')).toEqual([['a,b', 'say "x"', '']]);
});

test('the last sample of typeperf, and none where there is none', () => {
  const text = lines(
    '',
    '"(PDH-CSV 4.0)","\\\\SRV\\Memory\\% Committed Bytes In Use","\\\\SRV\\Processor(_Total)\\% Processor Time"',
    '"11/21/2026 16:00:01.123","41.203456","7.500000"',
    'Exiting, please wait...',
    'The command completed successfully.',
  );
  expect(parseTypeperf(text)).toEqual([41.203456, 7.5]);
  expect(parseTypeperf('Error: No valid counters.')).toBeNull();
});
