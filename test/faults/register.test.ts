import { afterAll, describe, expect, test } from 'vitest';
import { killAndFinish } from '../support/kill-and-finish';
import { psmBenches } from '../support/psm';
import { stepsToKill } from '../support/steps-to-kill';

const answers = { action: 'change', csAddress: '10.20.30.40', dataPort: 9444 };
const secrets = { passphrase: 'Practice-Passphrase-01' };
const { open, removeAll } = psmBenches();
afterAll(removeAll);

const steps = stepsToKill(
  ['configure', 'register'],
  ['backup', 'place', 'test', 'put-back', 'asked', 'agent-stop', 'agent-start', 'prove'],
);

describe.concurrent('a registration that is killed', () => {
  for (const step of steps) {
    test(`at the beginning of step ${step} is finished later`, async () => {
      const bench = open({ installed: {} }, '120');
      await killAndFinish(bench, 'register', step, { answers, secrets });
      const of = (kind: string) =>
        bench
          .journals()
          .filter((one) => one.kind === kind && 'stepId' in one && one.stepId === 'configure');
      // The program may be gone before it noted that the window opened; it never opens twice.
      expect(of('toolStarted').length).toBeLessThanOrEqual(1);
      expect(of('stepEnded').at(-1)).toMatchObject({ status: 'done' });
    });
  }
});
