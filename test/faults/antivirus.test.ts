import { afterAll, describe, expect, test } from 'vitest';
import { psmBenches, stepRuns } from '../support/psm';

const answers = { machine: 'processServer', action: 'match' };
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('antivirus exclusions that are changed when the program is killed', () => {
  for (const step of ['add', 'remove']) {
    test(`at the beginning of step ${step} are finished later`, async () => {
      const scenario = { installed: {}, defender: { paths: ['E:\\Old\\home\\svsystems'] } };
      const bench = open(scenario, '60');
      const killed = await bench.apply('antivirus', {
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
