import { afterAll, describe, expect, test } from 'vitest';
import { psmBenches, stepRuns } from '../support/psm';

const answers = { action: 'restart', deployment: 'standAlone', which: 'all' };
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('a restart of the services that is killed', () => {
  for (const step of ['stop-svagents', 'stop-cxprocessserver', 'start-tmansvc', 'prove']) {
    test(`at the beginning of step ${step} is finished later, and all run`, async () => {
      const bench = open({ installed: {} }, '60');
      const killed = await bench.apply('services', {
        answers,
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
