import { afterAll, describe, expect, test } from 'vitest';
import { killAndFinish } from '../support/kill-and-finish';
import { psmBenches } from '../support/psm';
import { stepsToKill } from '../support/steps-to-kill';

const answers = { action: 'restart', deployment: 'standAlone', which: 'all' };
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('a restart of the services that is killed', () => {
  for (const step of stepsToKill(
    ['stop-cxprocessserver'],
    ['stop-svagents', 'start-tmansvc', 'prove'],
  )) {
    test(`at the beginning of step ${step} is finished later, and all run`, async () => {
      const bench = open({ installed: {} }, '60');
      await killAndFinish(bench, 'services', step, { answers });
      const failed = bench
        .journals()
        .filter((one) => one.kind === 'stepEnded' && one.status === 'failed');
      expect(failed).toEqual([]);
    });
  }
});
