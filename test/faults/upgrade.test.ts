import { afterAll, describe, expect, test } from 'vitest';
import { SET_UP_FILE } from '../support/practice-application';
import { psmBenches, stepRuns } from '../support/psm';
import { stepsToKill } from '../support/steps-to-kill';

const answers = { setupFile: SET_UP_FILE, csVersion: '9.55.6765.1', endpoints: 'reachable' };
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('an upgrade whose power is lost', () => {
  for (const step of stepsToKill(['install'], ['unpack', 'backup', 'stop-tmansvc', 'services'])) {
    test(`in step ${step} is taken up, and every part gets its version`, async () => {
      const bench = open({ installed: { version: '9.52.6522.1' }, afterKill: 'toolDies' }, '1200');
      const killed = await bench.apply('upgrade', { answers, secrets: {}, killOn: stepRuns(step) });
      expect(killed.signal).toBe('SIGKILL');
      expect((await bench.run(['resume'])).code).toBe(0);
      if (step === 'unpack') {
        const again = await bench.apply('upgrade', { answers, secrets: {} });
        expect(again.code).toBe(0);
      }
      const { output } = await bench.run(['status']);
      expect(output).toContain('"masterTarget":"9.55.6765.1"');
      expect(output).toContain('"processServer":"9.55.6765.1"');
    });
  }
});
