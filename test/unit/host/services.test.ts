import { expect, test } from 'vitest';
import { parseRegFile } from '../../../main/host/reg-file';
import { createServiceControl, parseServiceList, startTypeOf } from '../../../main/host/services';
import { scFailed, toolHost } from './tool-host';

const listing = [
  '',
  'SERVICE_NAME: cxprocessserver',
  'DISPLAY_NAME: cxprocessserver',
  '        TYPE               : 10  WIN32_OWN_PROCESS  ',
  '        STATE              : 4  RUNNING ',
  '                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)',
  '        PID                : 3120',
  '        FLAGS              : ',
  '',
  'SERVICE_NAME: InMage Scout Application Service',
  'DISPLAY_NAME: InMage Scout Application Service',
  '        STATE              : 3  STOP_PENDING ',
  '        PID                : 0',
  '',
].join('\r\n');

test('names with blanks, states and process ids are read from sc queryex', () => {
  expect(parseServiceList(listing)).toEqual([
    { name: 'cxprocessserver', state: 'running', pid: 3120, exitCode: 0, ownExitCode: 0 },
    {
      name: 'InMage Scout Application Service',
      state: 'stopping',
      pid: null,
      exitCode: 0,
      ownExitCode: 0,
    },
  ]);
});

test('a delayed start is told from an automatic one', () => {
  const key = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\';
  const tree = parseRegFile(
    [
      `${key}svagents]`,
      '"Start"=dword:00000002',
      '"DelayedAutostart"=dword:00000001',
      `${key}tmansvc]`,
      '"Start"=dword:00000002',
      `${key}LogUpload]`,
      '"Start"=dword:00000003',
      `${key}asText]`,
      '"Start"="2"',
    ].join('\r\n'),
  );
  expect(
    ['svagents', 'tmansvc', 'LogUpload', 'asText', 'absent'].map((name) => startTypeOf(tree, name)),
  ).toEqual(['delayed', 'automatic', 'manual', 'unknown', 'unknown']);
});

test('what a service depends on is told where it depends on something', async () => {
  const key = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\cxprocessserver]';
  const tree = parseRegFile(
    `${key}\r\n"Start"=dword:00000002\r\n"DependOnService"=hex(7):41,00,00,00,00,00`,
  );
  const { host } = toolHost(() => ({ end: 0, output: listing }));
  const [first, second] = await createServiceControl(host, { read: async () => tree }).list();
  expect(first).toMatchObject({ startType: 'automatic', dependsOn: ['A'] });
  expect(second).not.toHaveProperty('dependsOn');
});

test('a list that can not be had is an error that names sc.exe and its words', async () => {
  const denied = scFailed('EnumQueryServicesStatus:OpenSCManager', 5, 'Access is denied.');
  const missing = { kind: 'notStarted' as const, code: 'ENOENT', message: 'spawn sc.exe ENOENT' };
  for (const [answer, words] of [
    [denied, 'Access is denied.'],
    [{ end: 0 }, 'exit code 0'],
    [{ end: missing }, 'spawn sc.exe ENOENT'],
    [{ end: { kind: 'timedOut' as const, seconds: 60 } }, 'no answer within 60 seconds'],
  ] as const) {
    const { host } = toolHost(() => answer);
    const services = createServiceControl(host, { read: async () => new Map() });
    await expect(services.list()).rejects.toThrow(/^sc\.exe could not list the services: /);
    await expect(services.list()).rejects.toThrow(words);
  }
});
