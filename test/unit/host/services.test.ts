import { expect, test } from 'vitest';
import { parseRegFile } from '../../../main/host/reg-file';
import { parseServiceList, startTypeOf } from '../../../main/host/services';

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
    { name: 'cxprocessserver', state: 'running', pid: 3120 },
    { name: 'InMage Scout Application Service', state: 'stopping', pid: null },
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
    ].join('\r\n'),
  );
  expect(
    ['svagents', 'tmansvc', 'LogUpload', 'absent'].map((name) => startTypeOf(tree, name)),
  ).toEqual(['delayed', 'automatic', 'manual', 'unknown']);
});
