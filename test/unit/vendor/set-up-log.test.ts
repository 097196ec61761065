import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSetUpLog } from '../../../main/vendor/set-up-log';
import { logOf, observedLog, ran } from './set-up-logs';

const programs = [
  'csgetfingerprint.exe',
  'CX_THIRDPARTY_SETUP.EXE',
  'UCX_SERVER_SETUP.EXE',
  'UNIFIEDAGENT.EXE',
  'UnifiedAgentConfigurator.exe',
  'MARSAgentInstaller.exe',
  'cdpcli.exe',
];

describe.each([
  ['setup-ok-fresh', Array(7).fill(0), 0, 'Successful'],
  ['setup-ok-badtoken', Array(7).fill(0), 0, 'Successful'],
  ['setup-ok-roll-noon', Array(7).fill(0), 0, 'Successful'],
  ['setup-fail-register113', [0, 0, 0, 0, 0, 0, 1], 113, 'MTContainerRegistrationFailed'],
])('recorded log %s', (name, codes, code, codeName) => {
  const log = readSetUpLog(observedLog(name));
  test('pairs every command with its exit code', () => {
    expect(log.commands.map(({ program }) => program)).toEqual(programs);
    expect(log.commands.map(({ exitCode }) => exitCode)).toEqual(codes);
  });
  test("tells set-up's own end and the last milestone", () => {
    expect(log.ended).toEqual({ code, name: codeName });
    expect(log.milestone?.name).toBe('registration');
  });
});

test('a run that is refused before it begins has neither command nor milestone', () => {
  const log = readSetUpLog(observedLog('setup-fail-missing-args'));
  expect(log.commands).toEqual([]);
  expect(log.milestone).toBeNull();
  expect(log.ended).toEqual({ code: 2, name: 'InvalidCommandLine' });
});

test('a dropped token is found, and only where one was dropped', () => {
  const bad = readSetUpLog(observedLog('setup-ok-badtoken'));
  expect(bad.quietErrors).toEqual(['Invalid command line parameters passed /BypassProxy - Usage:']);
  expect(readSetUpLog(observedLog('setup-ok-fresh')).quietErrors).toEqual([]);
});

test('time goes on over noon', () => {
  const log = readSetUpLog(observedLog('setup-ok-roll-noon'));
  expect(log.startedAt).toBe('2026-11-21T11:59:50.2494963+10:48');
  expect(log.messages.at(-1)?.seconds).toBe(16);
});

test('time goes on over midnight and is not moved by a clock that was set back', () => {
  const text = [
    '2026-11-21T23:59:58.0000000+01:00\tAlways:\tTrace Session Started',
    '11:59:59:one',
    '12:00:03:two',
    '12:00:01:three',
    '01:00:01:four',
  ].join('\r\n');
  expect(readSetUpLog(text).messages.map(({ seconds }) => seconds)).toEqual([1, 5, 5, 3605]);
});

test('lines without a clock belong to the message before them', () => {
  const log = readSetUpLog(`${logOf(['cdpcli --registermt command output : one'])}two\r\nthree`);
  expect(log.messages.map(({ text }) => text)).toEqual([
    'cdpcli --registermt command output : one\ntwo\nthree',
  ]);
});

test('a command in a folder with blanks, with double blanks before its arguments, keeps its name', () => {
  const command = 'D:\\My Server\\agent\\cdpcli.exe  --registermt';
  const [found] = readSetUpLog(logOf(ran(command, -1))).commands;
  expect(found).toMatchObject({ program: 'cdpcli.exe', line: command, exitCode: -1 });
});

test('a log that ends in the middle of a command tells of no end', () => {
  const whole = observedLog('setup-ok-fresh');
  const log = readSetUpLog(whole.slice(0, whole.indexOf('Process started.', 5000)));
  expect(log.ended).toBeNull();
  expect(log.commands.at(-1)?.exitCode).toBeNull();
});

test('what follows the end of set-up is not read', () => {
  const log = readSetUpLog(`${observedLog('setup-ok-fresh')}02:11:26:Quite mode Error: none\r\n`);
  expect(log.quietErrors).toEqual([]);
  expect(log.messages.at(-1)?.text).toBe('Exit code returned by unified setup: 0(Successful)');
});

test('a second dated line at the end is no message', () => {
  const line = '2026-11-21T02:11:27.0000000+01:00\tAlways:\tTrace Session Ended\r\n';
  expect(readSetUpLog(logOf(['one']) + line).messages.map(({ text }) => text)).toEqual(['one']);
});

test('no text at all makes it throw', () => {
  const pieces = fc.constantFrom(
    '12:59:59:',
    'Executing the following command: ',
    'Exit code returned by command: ',
    'Exit code returned by unified setup: ',
    '2026-11-21T02:12:10.6271425+01:00\tAlways:\tTrace Session Started',
    '\r\n',
    '-1',
    '"',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
      expect(() => readSetUpLog(parts.join(''))).not.toThrow();
    }),
  );
});
