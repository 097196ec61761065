import { afterAll, describe, expect, test } from 'vitest';
import { psmBenches, stepRuns } from '../support/psm';

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
  for (const step of ['agent-proxy', 'stop-agent', 'register', 'prove']) {
    test(`at the beginning of step ${step} is finished later`, async () => {
      const bench = open(server, '60');
      const killed = await bench.apply('proxy', { answers, secrets, killOn: stepRuns(step) });
      expect(killed.signal).toBe('SIGKILL');
      expect((await bench.run(['resume'], { secrets })).code).toBe(0);
      const { output } = await bench.run(['status']);
      expect(output).toContain('"operation":null');
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
