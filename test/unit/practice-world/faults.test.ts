import { expect, test } from 'vitest';
import { openWorld } from '../../../practice/world/store';
import { practiceServer, readText, run, runScript } from './helper';
import { files, logPath, prepare, setUp } from './set-up';

const backup = 'C:\\ProgramData\\ASRSetupLogs\\Backup';

test('signing out ends set-up and the program that started it', async () => {
  let signedOut = 0;
  const signOut = () => {
    signedOut += 1;
  };
  const server = await prepare(await practiceServer('sign-out-during-set-up', { signOut }));
  const { end, log } = await setUp(server);
  expect(end).toEqual({ kind: 'exited', code: 0x40010004 });
  expect(signedOut).toBe(1);
  expect((await openWorld(server.folder).read()).processes).toEqual([]);
  expect(log).not.toContain('Master Target component is installed successfully.');
});

test('a rotated log lies whole in the folder Backup', async () => {
  const server = await prepare(await practiceServer('log-rotated'));
  expect((await setUp(server)).log).toBe('');
  const names = await server.files.list(backup);
  expect(names).toEqual([expect.stringMatching(/^[\d-]{19}ASRUnifiedSetup\.log$/)]);
  const log = await readText(server, `${backup}\\${names[0]}`);
  expect(log).toContain('Exit code returned by unified setup: 0(Successful)');
});

const halfDay = 12 * 3600;

/** Times of the log's lines in seconds on its 12-hour clock. */
function timesOf(log: string): number[] {
  return [...log.matchAll(/^(\d\d):(\d\d):(\d\d):/gm)].map(
    ([, hours, minutes, seconds]) =>
      (Number(hours) % 12) * 3600 + Number(minutes) * 60 + Number(seconds),
  );
}

test('set-up over midnight begins on one day and ends on the next', async () => {
  const server = await prepare(await practiceServer('midnight-roll'));
  const began = server.clock.now();
  const { log } = await setUp(server);
  const midnight = new Date(began);
  midnight.setHours(24, 0, 0, 0);
  expect(server.clock.now() > midnight).toBe(true);
  const times = timesOf(log);
  expect(times.some((time) => time > 12 * 3600 - 60)).toBe(true);
  expect(times.at(-1)).toBeLessThan(3600);
});

test('a clock set back shows in the log, and nobody waits longer for it', async () => {
  const server = await prepare(await practiceServer('clock-set-back'));
  const began = server.clock.now().getTime();
  const { log } = await setUp(server);
  const minutes = (server.clock.now().getTime() - began) / 60_000;
  expect(minutes).toBeGreaterThan(-120);
  expect(minutes).toBeLessThan(-60);
  const times = timesOf(log);
  const steps = times.slice(1).map((time, at) => (time - (times[at] ?? 0) + halfDay) % halfDay);
  // Two hours back are ten hours on to a reader of the 12-hour clock.
  expect(steps.filter((seconds) => seconds > 9 * 3600)).toHaveLength(1);
});

test('without a network the registration fails with 28; a restart brings the network back', async () => {
  const server = await prepare(await practiceServer('network-lost-at-registration'));
  const { code, log } = await setUp(server);
  expect(code).toBe(113);
  expect(log).toContain('Master Target registration has failed.');
  const again = await run(server, 'D:\\ASR\\agent\\cdpcli.exe', ['--registermt']);
  expect(again.error).toContain('(28) - Timeout was reached');
  expect(await server.network.probeHttps('10.20.30.40', 443, 5)).toMatchObject({
    kind: 'timedOut',
  });
  expect(await runScript(server, 'read-clock', {})).toMatchObject({
    value: { clockOffsetSeconds: null },
  });
  await server.restart();
  expect((await setUp(server)).code).toBe(0);
});

test('an incomplete set-up file leaves out what it lacks', async () => {
  const server = await prepare(await practiceServer('incomplete-package'));
  const names = await server.files.list(files);
  expect(names).toContain('cxpsclient.exe');
  expect(names).not.toContain('cxcli.exe');
});

test('set-up without csgetfingerprint ends with an exception', async () => {
  const scenario = { missingFromPackage: ['CSGETFINGERPRINT.EXE'] };
  const { code, log } = await setUp(await prepare(await practiceServer(scenario)));
  expect(code).toBe(1);
  expect(log).toContain('Win32Exception');
});

test.each([
  ['after set-up', 'two-restarts'],
  ['before set-up', { server: { pendingRestart: true }, restartsNeeded: 2 }],
])('%s a second restart is needed', async (_when, scenario) => {
  const server = await prepare(await practiceServer(scenario));
  await setUp(server);
  const pending = async () => runScript(server, 'read-activity', {});
  await server.restart();
  expect(await pending()).toMatchObject({ value: { pendingRestart: true } });
  await server.restart();
  expect(await pending()).toMatchObject({ value: { pendingRestart: false } });
});

test('parts of another configuration server keep it in another run', async () => {
  const server = await prepare(await practiceServer('other-server-partly'));
  expect((await setUp(server)).code).toBe(0);
  const agent = 'C:\\ProgramData\\ASR\\agent\\Application Data\\etc\\drscout.conf';
  const found = await readText(server, agent).catch(() =>
    readText(server, 'D:\\ASR\\agent\\Application Data\\etc\\drscout.conf'),
  );
  expect(found).toContain('Hostname="10.20.30.99"');
  expect(await server.files.stat(logPath)).not.toBeNull();
});
