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

/** As an English and a Russian Windows print the same two services; the latter translates labels. */
const labelled = (labels: readonly string[]) => {
  const [name, shown, ...more] = labels;
  const block = (service: string, values: readonly string[]) => [
    '',
    `${name}: ${service}`,
    `${shown}: ${service}`,
    ...values.flatMap((value, index) => [
      `        ${(more[index] ?? '').padEnd(19)}: ${value}`,
      ...(index === 1 ? ['                                (STOPPABLE, NOT_PAUSABLE)'] : []),
    ]),
  ];
  const tail = ['0x0', '0x0'];
  return [
    ...block('tmansvc', [
      '10  WIN32_OWN_PROCESS',
      '4  RUNNING',
      '0  (0x0)',
      '0  (0x0)',
      ...tail,
      '3120',
      '',
    ]),
    ...block('InMage PushInstall', [
      'f0  ERROR',
      '1  STOPPED',
      '1066  (0x42a)',
      '3  (0x3)',
      ...tail,
      '0',
      '',
    ]),
    '',
  ].join('\r\n');
};

test.each([
  [
    'English',
    'SERVICE_NAME DISPLAY_NAME TYPE STATE WIN32_EXIT_CODE SERVICE_EXIT_CODE CHECKPOINT WAIT_HINT PID FLAGS',
  ],
  [
    'Russian',
    'Имя_службы Выводимое_имя Тип Состояние Код_выхода_Win32 Код_выхода_службы Контрольная_точка Ожидание ID_процесса Флаги',
  ],
])('the list of an %s Windows is read', (_language, labels) => {
  expect(parseServiceList(labelled(labels.split(' ')))).toEqual([
    { name: 'tmansvc', state: 'running', pid: 3120, exitCode: 0, ownExitCode: 0 },
    { name: 'InMage PushInstall', state: 'stopped', pid: null, exitCode: 1066, ownExitCode: 3 },
  ]);
});

test('what sc.exe says of an error is no service', () => {
  const { output = '' } = scFailed('EnumQueryServicesStatus:OpenService', 1060, 'No such service.');
  expect(parseServiceList(output)).toEqual([]);
  expect(parseServiceList('Enum: more data, need 1822 bytes start resume at index 79')).toEqual([]);
});

test('the whole list is asked for at once: sc.exe may break off at a few thousand bytes', async () => {
  const { host, ran } = toolHost(() => ({ end: 0, output: listing }));
  await createServiceControl(host, { read: async () => new Map() }).list();
  expect(ran[0]).toBe('sc.exe queryex type= service state= all bufsize= 262144');
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
