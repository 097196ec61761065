import { afterAll, describe, expect, test } from 'vitest';
import { samplePassphrase } from '../../practice';
import { goodFileAnswers, type PsmBench, psmBenches, stepRuns } from '../support/psm';

const secrets = { passphrase: samplePassphrase };
const { open, removeAll } = psmBenches();
afterAll(removeAll);

/** Goes on until psm has nothing left to do; every start may find a tool that still runs. */
async function resumeToTheEnd(one: PsmBench): Promise<number | null> {
  const { code, output } = await one.run(['resume'], { secrets });
  if (code !== 0) process.stderr.write(`${output}\n`);
  return code;
}

async function expectProven(one: PsmBench): Promise<void> {
  const { events } = await one.run(['status']);
  const status = JSON.stringify(events.find(({ event }) => event === 'status'));
  expect(status).toContain('"registered":true');
  expect(status).toContain('"operation":null');
  expect(status.match(/"state":"running"/g)?.length).toBeGreaterThanOrEqual(9);
}

function expectNoSecretLeft(one: PsmBench): void {
  const allowed =
    /connection\.passphrase$|world[\\/]world\.json$|scenario\.json$|encryption\.key$|unreadable/;
  expect(one.filesWith(samplePassphrase).filter((file) => !allowed.test(file))).toEqual([]);
}

const preparing = [
  'own-folder',
  'package-folder',
  'copy',
  'verify',
  'unpack',
  'record',
  'terms',
  'vendor-folder',
  'private-folder',
  'place',
  'test',
];

describe.concurrent('killed while preparing', () => {
  for (const step of preparing) {
    test(`in step ${step}, it is finished later and the passphrase is put away`, async () => {
      const bench = open({}, '40');
      const killed = await bench.apply('prepare', { killOn: stepRuns(step) });
      expect(killed.signal).toBe('SIGKILL');
      expect(await resumeToTheEnd(bench)).toBe(0);
      expect(bench.filesWith(samplePassphrase).filter((file) => /drives/.test(file))).toEqual([]);
    });
  }
});

const installing = [
  'work-folder',
  'passphrase-file',
  'install',
  'services',
  'data-port',
  'registration',
];

for (const afterKill of ['toolGoesOn', 'toolDies'] as const) {
  describe.concurrent(`killed while installing, ${afterKill}`, () => {
    for (const step of installing) {
      test(`in step ${step}, it is finished and proven later`, async () => {
        const bench = open({ afterKill }, '600');
        const killed = await bench.apply('set-up', { killOn: stepRuns(step) });
        expect(killed.signal).toBe('SIGKILL');
        expect(await resumeToTheEnd(bench)).toBe(0);
        await expectProven(bench);
        expectNoSecretLeft(bench);
      });
    }
  });
}

const milestones = [
  'Installing the process server',
  'Installing the master target',
  'Registering with the configuration server',
];
/** The last of them takes so long that set-up can't have ended before psm is killed. */
const minutes = { registration: 40 };

describe.concurrent('killed in the middle of set-up', () => {
  for (const milestone of milestones) {
    const killOn = { event: 'milestone', milestone };

    test(`at "${milestone}" with the tool going on, set-up runs once only`, async () => {
      const bench = open({ afterKill: 'toolGoesOn', minutes }, '600');
      await bench.apply('set-up', { killOn });
      expect(await resumeToTheEnd(bench)).toBe(0);
      const starts = bench
        .journals()
        .filter((one) => one.kind === 'toolStarted' && one.stepId === 'install');
      expect(starts).toHaveLength(1);
      await expectProven(bench);
      expectNoSecretLeft(bench);
    });

    test(`at "${milestone}" with the tool dead, set-up is taken up as its own rules allow`, async () => {
      const bench = open({ afterKill: 'toolDies', minutes }, '600');
      await bench.apply('set-up', { killOn });
      expect(await resumeToTheEnd(bench)).toBe(0);
      const starts = bench
        .journals()
        .filter((one) => one.kind === 'toolStarted' && one.stepId === 'install');
      expect(starts).toHaveLength(2);
      await expectProven(bench);
      expectNoSecretLeft(bench);
    });
  }
});

const behindProxy = {
  proxy: { user: 'CONTOSO\\svc-asr', password: 'Practice-Proxy-01' },
  faults: [{ tool: 'setmarsproxy', how: { exit: 1 }, times: 1 }],
};
const proxyAnswers = {
  ...goodFileAnswers,
  proxyMode: 'custom',
  proxyAddress: 'http://proxy.contoso.test',
  proxySignIn: true,
  proxyUser: 'CONTOSO\\svc-asr',
};
const proxySecrets = { ...secrets, proxyPassword: 'Practice-Proxy-01' };

describe.concurrent('killed while the proxy of the agent is set', () => {
  test('in step proxy-file, the file with the password is gone at once and at the end', async () => {
    const bench = open({ proxy: behindProxy.proxy }, '300');
    const options = { answers: proxyAnswers, secrets: proxySecrets };
    const killed = await bench.apply('set-up', { ...options, killOn: stepRuns('proxy-file') });
    expect(killed.signal).toBe('SIGKILL');
    const status = await bench.run(['resume'], { secrets: proxySecrets });
    expect(status.code).toBe(0);
    await expectProven(bench);
    const allowed = /world[\\/]world\.json$|scenario\.json$/;
    expect(bench.filesWith('Practice-Proxy-01').filter((file) => !allowed.test(file))).toEqual([]);
  });

  for (const step of ['agent-proxy', 'stop-agent', 'start-agent']) {
    test(`in step ${step}, the proxy is in force at the end and its password is nowhere`, async () => {
      const bench = open(behindProxy, '300');
      const failed = await bench.apply('set-up', { answers: proxyAnswers, secrets: proxySecrets });
      expect(failed.code).toBe(1);
      const killed = await bench.run(['resume'], { secrets: proxySecrets, killOn: stepRuns(step) });
      expect(killed.signal).toBe('SIGKILL');
      const resumed = await bench.run(['resume'], { secrets: proxySecrets });
      expect(resumed.code).toBe(0);
      await expectProven(bench);
      const allowed = /world[\\/]world\.json$|scenario\.json$/;
      expect(bench.filesWith('Practice-Proxy-01').filter((file) => !allowed.test(file))).toEqual(
        [],
      );
      const ended = bench.journals().filter((one) => one.kind === 'stepEnded');
      expect(ended.some((one) => one.stepId === 'start-agent' && one.status === 'done')).toBe(true);
    });
  }
});

test.concurrent('without the secret an unattended resume ends with 2 and has changed nothing', async () => {
  const bench = open({ afterKill: 'toolDies' }, '600');
  await bench.apply('set-up', {
    killOn: { event: 'milestone', milestone: 'Installing the process server' },
  });
  const refused = await bench.run(['resume']);
  expect(refused.code).toBe(2);
  expect(refused.output).toContain('secretsNeeded');
  expectNoSecretLeft(bench);
  expect(await resumeToTheEnd(bench)).toBe(0);
});

test.concurrent('an open operation keeps another one from starting', async () => {
  const bench = open({ afterKill: 'toolDies' }, '600');
  await bench.apply('set-up', { killOn: stepRuns('passphrase-file') });
  const other = await bench.apply('set-up');
  expect(other.code).toBe(4);
});
