import { afterAll, describe, expect, test } from 'vitest';
import { samplePassphrase } from '../../practice';
import { goodFileAnswers, type Moment, type PsmBench, psmBenches, stepRuns } from '../support/psm';

const LINK = 'https://aka.ms/unifiedinstaller_weu';
const answers = { source: 'link', link: LINK, proxyMode: 'direct' };
const secrets = {};

const { open, removeAll } = psmBenches();
afterAll(removeAll);

const reaches = (fraction: number): Moment => ({ event: 'milestone', fraction });

/** The kept set-up files as `psm status` tells of them. */
async function packagesOf(bench: PsmBench): Promise<unknown> {
  const { events } = await bench.run(['status']);
  const status = events.find(({ event }) => event === 'status');
  return JSON.parse(JSON.stringify(status)).facts.packages;
}

describe.concurrent('a download that is killed', () => {
  for (const step of ['package-folder', 'download', 'verify']) {
    test(`at the beginning of step ${step} is finished and verified later`, async () => {
      const bench = open({}, '60');
      const killed = await bench.apply('download', { answers, secrets, killOn: stepRuns(step) });
      expect(killed.signal).toBe('SIGKILL');
      expect((await bench.run(['resume'])).code).toBe(0);
      expect(await packagesOf(bench)).toMatchObject([{ state: 'verified', from: LINK }]);
    });
  }

  test('in the middle is shown as unfinished, and goes on where it ended', async () => {
    const bench = open({}, '30');
    const killed = await bench.apply('download', { answers, secrets, killOn: reaches(0.4) });
    expect(killed.signal).toBe('SIGKILL');
    expect(await packagesOf(bench)).toMatchObject([{ state: 'unfinished', from: LINK }]);
    const resumed = await bench.run(['resume']);
    expect(resumed.code).toBe(0);
    const first = resumed.events.find(({ event }) => event === 'milestone');
    expect(Number(first?.fraction)).toBeGreaterThan(0.3);
    expect(await packagesOf(bench)).toMatchObject([{ state: 'verified' }]);
  });

  test('and undone leaves nothing behind', async () => {
    const bench = open({}, '30');
    await bench.apply('download', { answers, secrets, killOn: reaches(0.3) });
    const undone = await bench.run(['undo']);
    expect(undone.code).toBe(0);
    expect(await packagesOf(bench)).toEqual([]);
    expect((await bench.run(['status'])).output).toContain('"operation":null');
  });
});

test('a download is interrupted by Ctrl+C at once and can be gone on with', async () => {
  const bench = open({}, '30');
  const stopped = await bench.apply('download', { answers, secrets, interruptOn: reaches(0.2) });
  expect(stopped.code).toBe(7);
  expect(await packagesOf(bench)).toMatchObject([{ state: 'unfinished' }]);
  expect((await bench.run(['resume'])).code).toBe(0);
  expect(await packagesOf(bench)).toMatchObject([{ state: 'verified' }]);
});

test('signing out during set-up ends everything, and set-up is finished at the next sign-in', async () => {
  const faults = [{ tool: 'unifiedsetup', at: 'masterTarget', how: 'signOut', times: 1 }];
  const bench = open({ faults }, '600');
  const passphrase = { passphrase: samplePassphrase };
  const ended = await bench.apply('set-up', { answers: goodFileAnswers, secrets: passphrase });
  expect(ended.signal).toBe('SIGKILL');
  const resumed = await bench.run(['resume'], { secrets: passphrase });
  expect([0, 1]).toContain(resumed.code);
  const again = resumed.code === 0 ? resumed : await bench.run(['resume'], { secrets: passphrase });
  expect(again.code).toBe(0);
  expect((await bench.run(['status'])).output).toContain('"registered":true');
});
