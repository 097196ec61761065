import { afterAll, describe, test } from 'vitest';
import { killAndFinish } from '../support/kill-and-finish';
import { psmBenches } from '../support/psm';
import { stepsToKill } from '../support/steps-to-kill';

const { open, removeAll } = psmBenches();
afterAll(removeAll);

const newAddress = {
  addresses: [{ address: '10.20.30.51', adapter: 'Ethernet0' }],
  installed: { psAddress: '10.20.30.41' },
};
const broken = {
  installed: { parts: ['dependencies', 'processServer', 'masterTarget', 'agent'] },
  junction: 'missing',
};

const kills = [
  {
    procedure: 'address',
    scenario: newAddress,
    answers: { address: '10.20.30.51' },
    steps: stepsToKill(['change-address'], ['start-tmansvc', 'register']),
  },
  { procedure: 'repair', scenario: broken, answers: {}, steps: ['junction'] },
] as const;

for (const { procedure, scenario, answers, steps } of kills) {
  describe.concurrent(`${procedure} that is killed`, () => {
    for (const step of steps) {
      test(`at the beginning of step ${step} is finished later`, async () => {
        const bench = open(scenario, '60');
        await killAndFinish(bench, procedure, step, { answers });
      });
    }
  });
}
