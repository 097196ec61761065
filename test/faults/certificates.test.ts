import { afterAll, describe, expect, test } from 'vitest';
import { psmBenches, stepRuns } from '../support/psm';

const answers = { what: 'both' };
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('a renewal of certificates that is killed', () => {
  for (const step of ['backup', 'renew', 'register']) {
    test(`at the beginning of step ${step} is finished later, and proven`, async () => {
      const scenario = {
        installed: {},
        certificates: { dataPortDays: 20, registrationDays: 12 },
      };
      const bench = open(scenario, '60');
      const killed = await bench.apply('certificates', {
        answers,
        secrets: {},
        killOn: stepRuns(step),
      });
      expect(killed.signal).toBe('SIGKILL');
      expect((await bench.run(['resume'])).code).toBe(0);
      const { output } = await bench.run(['status']);
      expect(output).toContain('"operation":null');
    });
  }
});
