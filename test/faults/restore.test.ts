import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type PsmBench, psmBenches, stepRuns } from '../support/psm';

const { open, removeAll } = psmBenches();
afterAll(removeAll);

const scenario = {
  addresses: [{ address: '10.20.30.51', adapter: 'Ethernet0' }],
  installed: { psAddress: '10.20.30.41' },
};

/** The address that the configuration file of the simulated server names. */
function writtenAddress({ folder }: PsmBench): string | undefined {
  const drive = join(folder, 'practice', 'world', 'drives', 'D');
  const file = join(drive, 'ASR', 'home', 'svsystems', 'etc', 'amethyst.conf');
  return /^PS_IP\s*=\s*"(.*)"/m.exec(readFileSync(file, 'utf8'))?.[1];
}

describe('a restore that is killed again and again', () => {
  test('puts back what was kept, once, and starts the services again', async () => {
    const bench = open(scenario, '60');
    const changed = await bench.apply('address', {
      answers: { address: '10.20.30.51' },
      secrets: {},
    });
    expect(changed.code).toBe(0);
    expect(writtenAddress(bench)).toBe('10.20.30.51');
    const made = bench.journals().find((one) => one.kind === 'opened');
    const backup = made?.kind === 'opened' ? made.operationId : '';
    const answers = { action: 'restore', backup, extras: 'keep', services: true };
    const first = await bench.apply('restore', {
      answers,
      secrets: {},
      killOn: stepRuns('stop-svagents'),
    });
    expect(first.signal).toBe('SIGKILL');
    for (const killOn of [stepRuns('file-1'), stepRuns('start-tmansvc'), stepRuns('prove')]) {
      expect((await bench.run(['resume'], { killOn })).signal).toBe('SIGKILL');
    }
    expect((await bench.run(['resume'])).code).toBe(0);
    expect(writtenAddress(bench)).toBe('10.20.30.41');
    const { output } = await bench.run(['status']);
    expect(output).toContain('"operation":null');
    expect(output.match(/"state":"running"/g)?.length).toBeGreaterThanOrEqual(9);
    const failed = bench
      .journals()
      .filter((one) => one.kind === 'stepEnded' && one.status === 'failed');
    expect(failed).toEqual([]);
  });
});
