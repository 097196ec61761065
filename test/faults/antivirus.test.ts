import { afterAll, describe, test } from 'vitest';
import { killAndFinish } from '../support/kill-and-finish';
import { psmBenches } from '../support/psm';
import { stepsToKill } from '../support/steps-to-kill';

const answers = { machine: 'processServer', action: 'match' };
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('antivirus exclusions that are changed when the program is killed', () => {
  for (const step of stepsToKill(['add'], ['remove'])) {
    test(`at the beginning of step ${step} are finished later`, async () => {
      const scenario = { installed: {}, defender: { paths: ['E:\\Old\\home\\svsystems'] } };
      const bench = open(scenario, '60');
      await killAndFinish(bench, 'antivirus', step, { answers });
    });
  }
});
