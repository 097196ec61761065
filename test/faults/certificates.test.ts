import { afterAll, describe, test } from 'vitest';
import { killAndFinish } from '../support/kill-and-finish';
import { psmBenches } from '../support/psm';
import { stepsToKill } from '../support/steps-to-kill';

const answers = { what: 'both' };
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('a renewal of certificates that is killed', () => {
  for (const step of stepsToKill(['renew'], ['backup', 'register'])) {
    test(`at the beginning of step ${step} is finished later, and proven`, async () => {
      const scenario = {
        installed: {},
        certificates: { dataPortDays: 20, registrationDays: 12 },
      };
      const bench = open(scenario, '60');
      await killAndFinish(bench, 'certificates', step, { answers });
    });
  }
});
