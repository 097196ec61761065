import { expect, test } from 'vitest';
import { decodeFile } from '../../../main/host/decoding';
import { parseRegFile } from '../../../main/host/reg-file';
import { openWorld } from '../../../practice/world/store';
import { practiceServer, run } from './helper';

const products = 'HKLM\\SOFTWARE\\InMage Systems\\Installed Products\\9';

test('the 32-bit view of SOFTWARE is what the 64-bit view has below WOW6432Node', async () => {
  const server = await practiceServer('already-installed');
  const narrow = await run(server, 'reg.exe', ['query', products, '/v', 'CX_TYPE', '/reg:32']);
  const wide = await run(server, 'reg.exe', ['query', products, '/v', 'CX_TYPE', '/reg:64']);
  const explicit = products.replace('SOFTWARE', 'SOFTWARE\\WOW6432Node');
  const below = await run(server, 'reg.exe', ['query', explicit, '/v', 'CX_TYPE', '/reg:64']);
  expect(narrow.output).toContain('    CX_TYPE    REG_SZ    2\r\n');
  expect(wide).toMatchObject({
    code: 1,
    error: 'ERROR: The system was unable to find the specified registry key or value.\r\n',
  });
  expect(below.output).toContain('    CX_TYPE    REG_SZ    2\r\n');
});

test('an exported key is UTF-16 with a byte order mark and has every type', async () => {
  const server = await practiceServer();
  const key = 'HKLM\\SOFTWARE\\Types';
  const add = (name: string, type: string, data: string) =>
    run(server, 'reg.exe', ['add', key, '/v', name, '/t', type, '/d', data, '/f']);
  await add('Text "q"', 'REG_SZ', 'C:\\a "b"');
  await add('Number', 'REG_DWORD', '461814');
  await add('Large', 'REG_QWORD', '18446744073709551615');
  await add('Bytes', 'REG_BINARY', '00ff10');
  await add('Place', 'REG_EXPAND_SZ', '%x%');
  await add('Lines', 'REG_MULTI_SZ', 'one\\0two');
  await run(server, 'reg.exe', ['add', `${key}\\b\\c`, '/ve', '/d', 'unnamed', '/f']);
  const made = await run(server, 'reg.exe', [
    'export',
    key,
    'C:\\Windows\\Temp\\x.reg',
    '/y',
    '/reg:64',
  ]);
  expect(made).toMatchObject({ code: 0, output: 'The operation completed successfully.\r\n' });
  const bytes = Buffer.from(await server.files.read('C:\\Windows\\Temp\\x.reg'));
  expect([bytes[0], bytes[1]]).toEqual([0xff, 0xfe]);
  expect(bytes.subarray(2).toString('utf16le').split('\r\n')).toEqual([
    'Windows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Types]',
    '"Text \\"q\\""="C:\\\\a \\"b\\""',
    '"Number"=dword:00070bf6',
    '"Large"=hex(b):ff,ff,ff,ff,ff,ff,ff,ff',
    '"Bytes"=hex:00,ff,10',
    '"Place"=hex(2):25,00,78,00,25,00,00,00',
    '"Lines"=hex(7):6f,00,6e,00,65,00,00,00,74,00,77,00,6f,00,00,00,00,00',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Types\\b]',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Types\\b\\c]',
    '@="unnamed"',
    '',
    '',
  ]);
});

test('an export reads back to the values it was made from', async () => {
  const server = await practiceServer();
  const key = 'HKLM\\SOFTWARE\\Back';
  const long = Array.from({ length: 40 }, (_, at) => `line ${at} \\ "ü"`);
  await openWorld(server.folder).change(({ registry }) => {
    registry['HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Back'] = {
      Lines: { type: 'REG_MULTI_SZ', data: long },
      'A "name" \\': { type: 'REG_SZ', data: 'C:\\a "b" = ü' },
      Large: { type: 'REG_QWORD', data: '9007199254740993' },
    };
  });
  await run(server, 'reg.exe', ['export', key, 'C:\\Windows\\Temp\\x.reg', '/y', '/reg:32']);
  const text = decodeFile(await server.files.read('C:\\Windows\\Temp\\x.reg'));
  const values = parseRegFile(text).get('hkey_local_machine\\software\\back');
  expect(values?.get('lines')?.text.split('\n')).toEqual(long);
  expect(values?.get('a "name" \\')?.text).toBe('C:\\a "b" = ü');
  expect(values?.get('large')?.text).toBe('9007199254740993');
});

test('long hexadecimal data is continued with a backslash before column 80', async () => {
  const server = await practiceServer();
  const data = '0123456789abcdef'.repeat(20);
  const key = 'HKLM\\SOFTWARE\\Long';
  await run(server, 'reg.exe', ['add', key, '/v', 'Bytes', '/t', 'REG_BINARY', '/d', data, '/f']);
  await run(server, 'reg.exe', ['export', key, 'C:\\Windows\\Temp\\x.reg', '/y']);
  const text = Buffer.from(await server.files.read('C:\\Windows\\Temp\\x.reg')).toString('utf16le');
  const lines = text.split('\r\n').filter((line) => /^("Bytes"| {2})/.test(line));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  for (const line of lines.slice(0, -1)) expect(line.endsWith(',\\')).toBe(true);
  expect(
    lines
      .join('')
      .replace(/^"Bytes"=hex:/, '')
      .replace(/[\s,\\]/g, ''),
  ).toBe(data);
});

test('a service has its key in the registry, delayed start and all', async () => {
  const server = await practiceServer('already-installed');
  const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\svagents';
  const { output } = await run(server, 'reg.exe', ['query', key]);
  expect(output).toContain('    Start    REG_DWORD    0x2\r\n');
  expect(output).toContain('    DelayedAutostart    REG_DWORD    0x1\r\n');
});

test('an unknown key name and a wrong option are refused with the words of reg.exe', async () => {
  const server = await practiceServer();
  expect(await run(server, 'reg.exe', ['export', 'HKXX\\a', 'x', '/y'])).toMatchObject({
    code: 1,
    error: 'ERROR: Invalid key name.\r\n',
  });
  expect(await run(server, 'reg.exe', ['query', 'HKLM\\SOFTWARE', '/zz'])).toMatchObject({
    code: 1,
    error: 'ERROR: Invalid syntax.\r\nType "REG QUERY /?" for usage.\r\n',
  });
});

test('sc lists each service with name, state and process id', async () => {
  const server = await practiceServer('already-installed');
  await run(server, 'net.exe', ['stop', 'tmansvc']);
  const { output } = await run(server, 'sc.exe', ['queryex', 'type=', 'service', 'state=', 'all']);
  const block = output.split('\r\n\r\n').find((text) => text.includes('SERVICE_NAME: tmansvc\r\n'));
  expect(block).toContain('        STATE              : 1  STOPPED \r\n');
  expect(block).toContain('        PID                : 0\r\n');
  const running = output.split('\r\n\r\n').find((text) => text.includes('SERVICE_NAME: obengine'));
  expect(running).toContain('DISPLAY_NAME: Microsoft Azure Recovery Services Agent\r\n');
  expect(running).toContain('        STATE              : 4  RUNNING \r\n');
  expect(running).toMatch(/ {8}PID {16}: [1-9]\d*\r\n/);
});

test('sc tells of an unknown service with 1060', async () => {
  const server = await practiceServer();
  expect(await run(server, 'sc.exe', ['query', 'nothing'])).toMatchObject({
    code: 1060,
    output:
      '[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\r\n\r\nThe specified service does not exist as an installed service.\r\n\r\n',
  });
});

test('sc start returns while the service is still starting', async () => {
  const server = await practiceServer('already-installed', { timeFactor: 1 });
  await openWorld(server.folder).change(({ services }) => {
    for (const service of services) if (service.name === 'obengine') service.state = 'stopped';
  });
  const { code, output } = await run(server, 'sc.exe', ['start', 'obengine']);
  expect(code).toBe(0);
  expect(output).toContain('STATE              : 2  START_PENDING');
});

test('sc config changes the start type, which a start then minds', async () => {
  const server = await practiceServer('already-installed');
  await run(server, 'net.exe', ['stop', 'LogUpload']);
  await run(server, 'sc.exe', ['config', 'LogUpload', 'start=', 'disabled']);
  const { output } = await run(server, 'sc.exe', ['qc', 'LogUpload']);
  expect(output).toContain('        START_TYPE         : 4   DISABLED\r\n');
  expect(await run(server, 'net.exe', ['start', 'LogUpload'])).toMatchObject({
    code: 2,
    error: expect.stringContaining('System error 1058 has occurred.'),
  });
});

test('net says whether a service was started, was running or is not known', async () => {
  const server = await practiceServer('already-installed');
  const name = 'ProcessServerMonitor';
  expect((await run(server, 'net.exe', ['stop', name])).output).toContain(
    'The Process Server Monitor service was stopped successfully.',
  );
  expect(await run(server, 'net.exe', ['stop', name])).toMatchObject({
    code: 2,
    error:
      'The Process Server Monitor service is not started.\r\n\r\nMore help is available by typing NET HELPMSG 3521.\r\n\r\n',
  });
  expect(await run(server, 'net.exe', ['start', name])).toMatchObject({
    code: 0,
    output: expect.stringContaining('was started successfully.'),
  });
  expect(await run(server, 'net.exe', ['start', 'nothing'])).toMatchObject({
    code: 2,
    error: expect.stringContaining('The service name is invalid.'),
  });
});

test('without administrator rights nothing is started or written', async () => {
  const server = await practiceServer('not-administrator');
  expect(await run(server, 'net.exe', ['stop', 'Schedule'])).toMatchObject({
    code: 2,
    error: expect.stringContaining('System error 5 has occurred.'),
  });
  expect(await run(server, 'reg.exe', ['add', 'HKLM\\SOFTWARE\\x', '/f'])).toMatchObject({
    code: 1,
    error: 'ERROR: Access is denied.\r\n',
  });
});

test('icacls takes inherited rights away and gives new ones', async () => {
  const server = await practiceServer();
  await server.files.makeFolder('C:\\Own');
  const change = [
    'C:\\Own',
    '/inheritance:r',
    '/grant:r',
    '*S-1-5-18:(OI)(CI)F',
    '*S-1-5-32-544:(OI)(CI)F',
  ];
  expect(await run(server, 'icacls.exe', change)).toMatchObject({ code: 0 });
  expect((await run(server, 'icacls.exe', ['C:\\Own'])).output).toBe(
    'C:\\Own NT AUTHORITY\\SYSTEM:(OI)(CI)(F)\r\n' +
      '       BUILTIN\\Administrators:(OI)(CI)(F)\r\n\r\n' +
      'Successfully processed 1 files; Failed processing 0 files\r\n',
  );
  expect(await run(server, 'icacls.exe', ['C:\\None'])).toMatchObject({ code: 2 });
});

test('a task at start-up is made, found and deleted', async () => {
  const server = await practiceServer();
  const make = [
    '/create',
    '/tn',
    'Own task',
    '/tr',
    'C:\\a.exe',
    '/sc',
    'onstart',
    '/ru',
    'SYSTEM',
    '/f',
  ];
  expect((await run(server, 'schtasks.exe', make)).output).toContain('SUCCESS:');
  expect((await run(server, 'schtasks.exe', ['/query', '/tn', 'Own task'])).code).toBe(0);
  expect((await run(server, 'schtasks.exe', ['/delete', '/tn', 'Own task', '/f'])).code).toBe(0);
  expect(await run(server, 'schtasks.exe', ['/delete', '/tn', 'Own task', '/f'])).toMatchObject({
    code: 1,
    error: 'ERROR: The specified task name "Own task" does not exist in the system.\r\n',
  });
});

test('a program that is not there is not started', async () => {
  const server = await practiceServer();
  const { end } = await run(server, 'D:\\none.exe', []);
  expect(end).toMatchObject({ kind: 'notStarted', code: 'ENOENT' });
});
