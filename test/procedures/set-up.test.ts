import { afterEach, expect, test } from 'vitest';
import { scenarios } from '../../practice';
import {
  goodAnswers,
  openPracticeApplication,
  type PracticeApplication,
} from '../support/practice-application';
import {
  applyProcedure,
  enterSecrets,
  propose,
  proposePlan,
  stepOf,
  takeUp,
} from '../support/run-procedure';

let opened: PracticeApplication[] = [];
afterEach(() => {
  for (const one of opened) one.remove();
  opened = [];
});

async function open(scenarioId: string) {
  const scenario = scenarios.find(({ id }) => id === scenarioId);
  if (!scenario) throw new Error(`No scenario ${scenarioId}.`);
  const one = await openPracticeApplication(scenario);
  opened.push(one);
  enterSecrets(one.application);
  return one;
}

const proxyAnswers = {
  ...goodAnswers,
  proxyMode: 'custom',
  proxyAddress: 'http://proxy.contoso.test',
  proxyPort: '8080',
  proxySignIn: 'yes',
  proxyUser: 'CONTOSO\\svc-proxy',
};

test('a fresh server ends as a proven process server', async () => {
  const { application } = await open('fresh-vmware');
  expect((await applyProcedure(application, 'prepare', goodAnswers)).status).toBe('done');
  const state = await applyProcedure(application, 'set-up', goodAnswers);
  expect(state.status).toBe('done');
  const services = stepOf(state, 'services').checks;
  expect(services.map(({ verdict }) => verdict)).toEqual(Array(9).fill('passed'));
  expect(stepOf(state, 'data-port').checks[0]?.found).toBe('answers with HTTP status 400');
  expect(state.leftBehind).toEqual([]);
});

test('behind a proxy the agent ends with that proxy', async () => {
  const { application } = await open('behind-proxy');
  await applyProcedure(application, 'prepare', proxyAnswers);
  const state = await applyProcedure(application, 'set-up', proxyAnswers);
  expect(state.status).toBe('done');
  expect(stepOf(state, 'agent-proxy').checks[0]?.found).toContain('http://proxy.contoso.test');
});

const failing = [
  {
    scenario: 'wrong-passphrase',
    step: 'test',
    what: 'The configuration server did not accept the passphrase.',
  },
  {
    scenario: 'cs-unreachable',
    step: 'test',
    what: 'The configuration server gave no answer in time.',
  },
  {
    scenario: 'bad-package',
    step: 'verify',
    what: "Couldn't accept the set-up file: it is not signed.",
  },
  {
    scenario: 'changed-package',
    step: 'verify',
    what: "Couldn't accept the set-up file: it was changed after it was signed.",
  },
];
for (const { scenario, step, what } of failing) {
  test(`preparing on ${scenario} ends at ${step} and leaves nothing`, async () => {
    const { application, practice } = await open(scenario);
    const state = await applyProcedure(application, 'prepare', goodAnswers);
    expect(state.status).toBe('failed');
    expect(stepOf(state, step).problem?.what).toBe(what);
    const passphrase =
      'C:\\ProgramData\\Microsoft Azure Site Recovery\\private\\connection.passphrase';
    expect(await practice.files.stat(passphrase)).toBeNull();
    expect(state.leftBehind).toEqual([]);
  });
}

const blocked = [
  { scenario: 'full-disk', id: 'space', found: '412 GB' },
  { scenario: 'port-blocked', id: 'port', found: 'somebody listens on it already' },
  { scenario: 'installer-busy', id: 'installer', found: 'busy with another installation' },
];
for (const { scenario, id, found } of blocked) {
  test(`${scenario} forbids a plan and says why`, async () => {
    const { application } = await open(scenario);
    await applyProcedure(application, 'prepare', goodAnswers);
    const { plan, preconditions } = await propose(application, 'set-up', goodAnswers);
    expect(plan).toBeNull();
    const blocks = preconditions.filter(({ verdict }) => verdict === 'blocks');
    expect(blocks.map((row) => [row.id, row.found])).toEqual([[id, found]]);
  });
}

for (const scenario of ['other-setup-running', 'not-administrator', 'already-installed']) {
  test(`${scenario} forbids even preparing`, async () => {
    const { application } = await open(scenario);
    expect((await propose(application, 'prepare', goodAnswers)).plan).toBeNull();
  });
}

const exits = [
  {
    scenario: 'exit-1',
    code: '1',
    what: "Couldn't write the configuration of the process server.",
  },
  {
    scenario: 'exit-4',
    code: '4',
    what: "Couldn't finish set-up: a prerequisite of its own is not met.",
  },
  {
    scenario: 'exit-113',
    code: '113',
    what: "Couldn't register this server with the configuration server.",
  },
  { scenario: 'tool-dies', code: '3221225477', what: 'Set-up crashed.' },
];
for (const { scenario, code, what } of exits) {
  test(`${scenario} ends in words, and a retry finishes`, async () => {
    const { application } = await open(scenario);
    await applyProcedure(application, 'prepare', goodAnswers);
    const failed = await applyProcedure(application, 'set-up', goodAnswers);
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'install').problem).toMatchObject({ what, code });
    expect(failed.leftBehind).toEqual([]);
    const retried = await takeUp(application, failed);
    expect(retried.status).toBe('done');
  });
}

test('exit 102 names the service that does not run, again and again', async () => {
  const { application } = await open('exit-102');
  await applyProcedure(application, 'prepare', goodAnswers);
  const failed = await applyProcedure(application, 'set-up', goodAnswers);
  expect(stepOf(failed, 'install').problem?.code).toBe('102');
  const retried = await takeUp(application, failed);
  expect(stepOf(retried, 'install')).toMatchObject({ status: 'done', attempts: 1 });
  expect(stepOf(retried, 'services').problem?.toolWords.join()).toContain(
    'Service tmansvc. Found: stopped',
  );
});

test('exit 115 sets only the proxy again', async () => {
  const { application } = await open('exit-115');
  await applyProcedure(application, 'prepare', proxyAnswers);
  const failed = await applyProcedure(application, 'set-up', proxyAnswers);
  expect(stepOf(failed, 'install').problem?.code).toBe('115');
  const retried = await takeUp(application, failed);
  expect(retried.status).toBe('done');
  expect(stepOf(retried, 'install')).toMatchObject({ status: 'done', attempts: 1 });
  expect(stepOf(retried, 'agent-proxy').status).toBe('done');
});

test('a proxy file that set-up rejects ends with 2 and its own words', async () => {
  const scenario = scenarios.find(({ id }) => id === 'behind-proxy');
  let spoil: (() => Promise<void>) | null = null;
  const one = await openPracticeApplication(scenario ?? {}, {
    around: (tools) => ({
      run: (spec) => {
        if (!spec.file.endsWith('UNIFIEDSETUP.EXE') || spoil === null) return tools.run(spec);
        const running = spoil().then(() => tools.run(spec));
        return {
          output: (async function* () {
            yield* (await running).output;
          })(),
          ended: running.then(({ ended }) => ended),
          identity: running.then(({ identity }) => identity),
        };
      },
    }),
  });
  opened.push(one);
  enterSecrets(one.application);
  const file = 'C:\\ProgramData\\ProcessServerManager\\work\\ProxySettings.txt';
  await applyProcedure(one.application, 'prepare', proxyAnswers);
  spoil = () => one.practice.files.write(file, new TextEncoder().encode('[ProxySettings]\r\n'));
  const failed = await applyProcedure(one.application, 'set-up', proxyAnswers);
  const { problem } = stepOf(failed, 'install');
  expect(problem).toMatchObject({
    what: "Couldn't finish set-up: it refused its arguments.",
    code: '2',
  });
  expect(problem?.toolWords.join()).toContain('Either proxy settings file');
  expect(failed.leftBehind).toEqual([]);
  spoil = null;
  expect((await takeUp(one.application, failed)).status).toBe('done');
});

test('a quiet error counts as failure although the exit code is 0', async () => {
  const { application } = await open('quiet-error');
  await applyProcedure(application, 'prepare', goodAnswers);
  const failed = await applyProcedure(application, 'set-up', goodAnswers);
  expect(stepOf(failed, 'install').problem).toMatchObject({
    what: 'Set-up dropped a part of its command line.',
    code: '0',
  });
});

test('exit 3010 waits for a restart and goes on after it', async () => {
  const { application, practice } = await open('restart-needed');
  await applyProcedure(application, 'prepare', goodAnswers);
  const waiting = await applyProcedure(application, 'set-up', goodAnswers);
  expect(waiting.status).toBe('restartNeeded');
  const early = await application.operations.takeUp(waiting.id, application.secrets.all());
  expect(early).toMatchObject({ ok: false, problem: { what: 'Restart Windows to go on.' } });
  await practice.restart();
  const done = await takeUp(application, waiting);
  expect(done.status).toBe('done');
  expect(stepOf(done, 'install').checks.length).toBeGreaterThan(5);
});

test('a half-installed server is finished with the values of the earlier installation', async () => {
  const { application } = await open('half-installed');
  await applyProcedure(application, 'prepare', goodAnswers);
  const plan = await proposePlan(application, 'set-up', goodAnswers);
  expect(plan.body.notes.join()).toContain('Parts of an earlier installation are here.');
  expect((await applyProcedure(application, 'set-up', goodAnswers)).status).toBe('done');
});

test('an approval of another plan starts nothing and shows the difference', async () => {
  const { application } = await open('fresh-vmware');
  await applyProcedure(application, 'prepare', goodAnswers);
  const shown = await proposePlan(application, 'set-up', goodAnswers);
  const other = { ...goodAnswers, dataPort: '9555' };
  const started = await application.procedures.apply('set-up', other, shown, {
    planId: shown.id,
    hash: shown.hash,
  });
  expect(started.ok).toBe(false);
  if (started.ok) return;
  expect(started.value.problem.code).toBe('planChanged');
  expect(started.value.differences.map(({ stepId }) => stepId)).toContain('install');
  expect(application.operations.list()).toHaveLength(1);
});

test('no secret is in a journal, a plan or a report', async () => {
  const { application } = await open('exit-115');
  await applyProcedure(application, 'prepare', proxyAnswers);
  const state = await applyProcedure(application, 'set-up', proxyAnswers);
  const journal = application.store
    .operations()
    .flatMap((id) => application.store.lines(id))
    .join('\n');
  const { htmlReport } = await import('../../main/reports/html-report');
  for (const sink of [journal, JSON.stringify(state), htmlReport(state, true)]) {
    expect(sink).not.toContain('Practice-Passphrase-01');
    expect(sink).not.toContain('Practice-Proxy-01');
  }
});
