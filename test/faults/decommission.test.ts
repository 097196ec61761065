import { afterAll, describe, expect, test } from 'vitest';
import { psmBenches, stepRuns } from '../support/psm';

const answers = {
  csState: 'connected',
  agent: 'only',
  unassigned: 'WIN-PS01',
  failback: 'no',
};
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('a decommissioning that is killed', () => {
  for (const step of ['remove-master-target', 'remove-process-server', 'remove-dependencies']) {
    test(`at the beginning of step ${step} is finished later, and nothing is left`, async () => {
      const bench = open({ installed: {} }, '60');
      const killed = await bench.apply('decommission', {
        answers,
        approve: await bench.hashOf('decommission', answers),
        secrets: {},
        killOn: stepRuns(step),
      });
      expect(killed.signal).toBe('SIGKILL');
      expect((await bench.run(['resume'])).code).toBe(0);
      const { output } = await bench.run(['status']);
      expect(output).toContain('"operation":null');
      const failed = bench
        .journals()
        .filter((one) => one.kind === 'stepEnded' && one.status === 'failed');
      expect(failed).toEqual([]);
    });
  }
});
