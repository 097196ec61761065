import { afterAll, describe, expect, test } from 'vitest';
import { killAndFinish } from '../support/kill-and-finish';
import { psmBenches } from '../support/psm';
import { stepsToKill } from '../support/steps-to-kill';

const answers = {
  csState: 'connected',
  agent: 'only',
  unassigned: 'WIN-PS01',
  failback: 'no',
};
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('a decommissioning that is killed', () => {
  for (const step of stepsToKill(
    ['remove-process-server'],
    ['remove-master-target', 'remove-dependencies'],
  )) {
    test(`at the beginning of step ${step} is finished later, and nothing is left`, async () => {
      const bench = open({ installed: {} }, '60');
      const approve = await bench.hashOf('decommission', answers);
      await killAndFinish(bench, 'decommission', step, { answers, approve });
      const failed = bench
        .journals()
        .filter((one) => one.kind === 'stepEnded' && one.status === 'failed');
      expect(failed).toEqual([]);
    });
  }
});
