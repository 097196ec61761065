import { expect, test } from 'vitest';
import { openPracticeServer } from '../../../practice';
import { practiceServer } from './helper';

test('with an infinite time factor a day passes without waiting', async () => {
  const { clock } = await practiceServer();
  const before = clock.now().getTime();
  await clock.sleep(86_400);
  expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(86_400_000);
});

test('time that has passed is seen by everybody and stays passed', async () => {
  const { clock, folder } = await practiceServer();
  await clock.sleep(7200);
  const other = await openPracticeServer(folder);
  expect(Math.abs(other.clock.now().getTime() - clock.now().getTime())).toBeLessThan(60_000);
});

test('two waits at the same time take as long as the longer one', async () => {
  const { clock } = await practiceServer('fresh-vmware', { timeFactor: 20_000 });
  const before = clock.now().getTime();
  await Promise.all([clock.sleep(3600), clock.sleep(3600)]);
  const passed = clock.now().getTime() - before;
  expect(passed).toBeGreaterThanOrEqual(3_600_000);
  expect(passed).toBeLessThan(2 * 3_600_000);
});

test('a wait that is cancelled ends with an AbortError', async () => {
  const { clock } = await practiceServer('fresh-vmware', { timeFactor: 1 });
  const stop = new AbortController();
  const waiting = clock.sleep(3600, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});

test('the state names the scenario and the time factor', async () => {
  const server = await practiceServer('exit-113', { timeFactor: 60 });
  expect(await server.state()).toEqual({
    scenario: 'exit-113',
    scenarioTitle: 'Set-up ends with 113',
    timeFactor: 60,
  });
});
