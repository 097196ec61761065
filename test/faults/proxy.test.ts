import { afterAll, describe, expect, test } from 'vitest';
import { killAndFinish } from '../support/kill-and-finish';
import { psmBenches } from '../support/psm';
import { stepsToKill } from '../support/steps-to-kill';

const answers = {
  proxyMode: 'custom',
  proxyAddress: 'http://proxy.contoso.test',
  proxyPort: 8080,
  proxySignIn: true,
  proxyUser: 'CONTOSO\\svc-asr',
};
const secrets = { proxyPassword: 'Practice-Proxy-01' };
const server = {
  installed: {},
  proxy: { user: 'CONTOSO\\svc-asr', password: 'Practice-Proxy-01' },
};
const { open, removeAll } = psmBenches();
afterAll(removeAll);

describe.concurrent('a change of the proxy that is killed', () => {
  for (const step of stepsToKill(['register'], ['agent-proxy', 'stop-agent', 'prove'])) {
    test(`at the beginning of step ${step} is finished later`, async () => {
      const bench = open(server, '60');
      await killAndFinish(bench, 'proxy', step, { answers, secrets });
      // The registration before proves nothing: cdpcli.exe itself has to have ended well.
      const ends = bench
        .journals()
        .filter((one) => one.kind === 'toolEnded' && one.stepId === 'register');
      expect(ends).toMatchObject([{ code: 0 }]);
      const places = bench.filesWith('Practice-Proxy-01');
      expect(places.filter((path) => !/scenario\.json$|world\.json$/.test(path))).toEqual([]);
    });
  }
});
