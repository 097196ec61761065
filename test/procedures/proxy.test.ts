import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { OperationState } from '../../contract/operation';
import type { Application } from '../../main/application/application';
import type { ToolRunner } from '../../main/host/ports';
import { scenarios } from '../../practice';
import type { World } from '../../practice/world/schema';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import { openPracticeApplication, type PracticeApplication } from '../support/practice-application';
import {
  applyProcedure,
  enterSecrets,
  propose,
  proposePlan,
  SAMPLE_PROXY_PASSWORD,
  stepOf,
  takeUp,
} from '../support/run-procedure';
import { filesWith, worldSnapshot } from '../support/world-snapshot';

const openOne = openForFile();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function open(scenario: Readonly<Record<string, unknown>>) {
  const one = await openOne(scenario);
  enterSecrets(one.application);
  return one;
}

function openNamed(id: string) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return open(scenario);
}

const OLD = 'Practice-Old-01';
const proxy = { server: 'http://proxy.contoso.test', port: 8080 };
const behind = { installed: {}, proxy: {} };
const guarded = {
  installed: {},
  proxy: { user: 'CONTOSO\\svc-asr', password: SAMPLE_PROXY_PASSWORD },
};

const set = (more: Readonly<Record<string, string>> = {}) => ({
  proxyMode: 'custom',
  proxyAddress: proxy.server,
  proxyPort: '8080',
  proxySignIn: 'no',
  ...more,
});
const withUser = { proxySignIn: 'yes', proxyUser: 'CONTOSO\\svc-asr' };
const remove = { proxyMode: 'direct' };

const world = ({ folder }: PracticeApplication) => openWorld(`${folder}/world`);
const agentProxy = async (one: PracticeApplication) => (await world(one).read()).agentProxy;
const change = (one: PracticeApplication, how: (world: World) => void) => world(one).change(how);

/** The same server with everything that is ordered of tools noted. */
async function watched(one: PracticeApplication, before: (words: string) => void = () => {}) {
  const ordered: string[] = [];
  const around = (tools: ToolRunner): ToolRunner => ({
    run: (spec) => {
      const words = `${spec.file.split('\\').at(-1)} ${spec.args.join(' ')}`;
      const script = /([\w-]+)\.ps1/.exec(words)?.[1];
      ordered.push(script ?? words);
      before(script ?? words);
      return tools.run(spec);
    },
  });
  const again = await openPracticeApplication({}, { folder: one.folder, around });
  enterSecrets(again.application);
  return { ...again, ordered };
}

async function undo({ operations, secrets }: Application, { id }: OperationState) {
  const started = await operations.undo(id, secrets.all());
  if (!started.ok) throw new Error(started.problem.code ?? started.problem.what);
  await started.value.ended;
  return operations.state(id);
}

async function findings(one: PracticeApplication) {
  const facts = await one.application.procedures.describe('proxy', {});
  if (!facts.ok) throw new Error(facts.problem.what);
  const rows = facts.value.sections.find(({ id }) => id === 'current')?.findings ?? [];
  return Object.fromEntries(rows.map(({ label, value }) => [label, value]));
}

describe.concurrent('the proxy', { timeout: 60_000 }, () => {
  test("is set in the article's order, and read back from the agent", async () => {
    const one = await watched(await open(guarded));
    const done = await applyProcedure(one.application, 'proxy', set(withUser));
    expect(done.status).toBe('done');
    expect(await agentProxy(one)).toEqual({
      ...proxy,
      user: 'CONTOSO\\svc-asr',
      bypass: '',
      hasPassword: true,
    });
    const telling = /^(?:test-proxy|set-agent-proxy|cdpcli.*|sc\.exe (?:stop|start).*)$/;
    expect(one.ordered.filter((words) => telling.test(words))).toEqual([
      'test-proxy',
      'set-agent-proxy',
      'sc.exe stop obengine',
      'sc.exe start obengine',
      'cdpcli.exe --registermt',
      'sc.exe stop obengine',
      'sc.exe start obengine',
    ]);
    expect(filesWith(one.folder, SAMPLE_PROXY_PASSWORD, null)).toEqual([]);
  });

  test('is shown in every place, with what differs and what is absent by design', async () => {
    const moved = await findings(await openNamed('proxy-moved'));
    expect(moved['Agent (in force)']).toBe(
      'http://old-proxy.contoso.test, port 8080; user CONTOSO\\svc-old; not for *.contoso.test',
    );
    expect(moved['Kept by set-up (Installed Products\\9)']).toMatch(/; the same$/);
    expect(moved['Configuration server (ProxySettings)']).toMatch(/no fault/);
    expect(moved.Verdict).toBe('The agent uses a proxy. No place that counts says otherwise.');
    const silent = await findings(await open({ installed: {}, agentProxy: {} }));
    expect(silent['Kept by set-up (Installed Products\\9)']).toMatch(/only that there was a proxy/);
    const direct = await findings(await openNamed('already-installed'));
    expect(direct.Verdict).toMatch(/^The agent reaches Azure directly/);
  });

  test('that was changed differs from what set-up keeps, which is said and left alone', async () => {
    const one = await openNamed('proxy-moved');
    const before = await world(one).read();
    expect((await applyProcedure(one.application, 'proxy', set(withUser))).status).toBe('done');
    const key = Object.keys(before.registry).find((name) => /Products\\9$/.test(name)) ?? '';
    expect((await world(one).read()).registry[key]).toEqual(before.registry[key]);
    const seen = await findings(one);
    expect(seen['Kept by set-up (Installed Products\\9)']).toMatch(/differs from the agent/);
    expect(seen.Verdict).toMatch(/What set-up kept is another/);
  });

  test('is removed once the direct way was found open', async () => {
    const one = await open({ installed: {}, agentProxy: {} });
    expect((await applyProcedure(one.application, 'proxy', remove)).status).toBe('done');
    expect(await agentProxy(one)).toBeNull();
  });

  test('is not removed where there is no other way', async () => {
    const one = await open({ ...behind, agentProxy: proxy });
    const failed = await applyProcedure(one.application, 'proxy', remove);
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'try-proxy').problem?.what).toBe("Couldn't reach Azure this way.");
    expect(await agentProxy(one)).toMatchObject(proxy);
  });

  test.each([
    ['a name that does not resolve', { proxyAddress: 'http://prxy.contoso.test' }, /its name does/],
    ['a port where nobody listens', { proxyPort: '8081' }, /Couldn't reach Azure this way/],
    ['no sign-in where one is wanted', {}, /refuses the sign-in/],
  ])('with %s is not saved', async (_what, answers, says) => {
    const one = await open(guarded);
    const before = await agentProxy(one);
    const failed = await applyProcedure(one.application, 'proxy', set(answers));
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'try-proxy').problem?.what).toMatch(says);
    expect(stepOf(failed, 'agent-proxy').status).toBe('waiting');
    expect(await agentProxy(one)).toEqual(before);
  });

  test('can be saved untried', async () => {
    const one = await open({ installed: {} });
    const answers = set({ proxyAddress: 'http://later.contoso.test', saveUntried: 'yes' });
    const done = await applyProcedure(one.application, 'proxy', answers);
    expect(done.status).toBe('done');
    expect(done.plan.body.notes.join(' ')).toMatch(/not tried before it is saved/);
    expect(await agentProxy(one)).toMatchObject({ server: 'http://later.contoso.test' });
  });

  test('has a list of exceptions, which is read back too', async () => {
    const one = await open(behind);
    const answers = set({ proxyBypass: '*.contoso.test;10.*' });
    const done = await applyProcedure(one.application, 'proxy', answers);
    expect(done.status).toBe('done');
    expect(stepOf(done, 'prove').checks[0]?.found).toContain('bypass *.contoso.test;10.*');
  });

  test('is tried on a button without a change', async () => {
    const one = await open(guarded);
    const before = worldSnapshot(one.folder);
    const tried = await one.application.procedures.test('proxy', 'proxyPort', set(withUser));
    expect(tried).toMatchObject({ ok: true, value: { verdict: 'passed' } });
    const direct = await one.application.procedures.test('proxy', 'proxyMode', remove);
    expect(direct).toMatchObject({ ok: true, value: { verdict: 'failed' } });
    expect(worldSnapshot(one.folder)).toEqual(before);
  });
});

describe.concurrent('undo', { timeout: 60_000 }, () => {
  test('gives back a proxy without a user, and restarts the agent', async () => {
    const one = await open({ ...behind, agentProxy: { bypass: '*.contoso.test' } });
    const before = await agentProxy(one);
    const done = await applyProcedure(one.application, 'proxy', set());
    expect(done.status).toBe('done');
    const pid = async () =>
      (await world(one).read()).services.find(({ name }) => name === 'obengine')?.pid;
    const pidBefore = await pid();
    const undone = await undo(one.application, done);
    expect(await pid()).not.toBe(pidBefore);
    expect(undone.status).toBe('undone');
    expect(await agentProxy(one)).toEqual(before);
    expect(stepOf(undone, 'agent-proxy').checks.map(({ verdict }) => verdict)).toEqual([
      'passed',
      'passed',
    ]);
  });

  test('takes the proxy away where there was none', async () => {
    const one = await open(behind);
    const done = await applyProcedure(one.application, 'proxy', set());
    expect((await undo(one.application, done)).status).toBe('undone');
    expect(await agentProxy(one)).toBeNull();
  });

  test('needs the password of the old user: without it the plan says that it can not be undone', async () => {
    const one = await openNamed('proxy-moved');
    const plan = await proposePlan(one.application, 'proxy', set(withUser));
    const step = plan.body.steps.find(({ id }) => id === 'agent-proxy');
    expect(step?.undo).toMatchObject({ kind: 'none' });
    expect(plan.body.notes.join(' ')).toMatch(/can not be undone: the password of CONTOSO.svc-old/);
  });

  test('with the old password gives all of it back, and asks for it anew after a restart', async () => {
    const one = await openNamed('proxy-moved');
    const before = await agentProxy(one);
    one.application.secrets.enter('oldProxyPassword', OLD);
    const given = set({ ...withUser, oldPasswordKnown: 'yes' });
    const done = await applyProcedure(one.application, 'proxy', given);
    expect(done.status).toBe('done');
    const again = await openPracticeApplication({}, { folder: one.folder });
    await expect(undo(again.application, done)).rejects.toThrow('secretsNeeded');
    expect(await agentProxy(one)).toMatchObject(proxy);
    again.application.secrets.enter('oldProxyPassword', OLD);
    expect((await undo(again.application, done)).status).toBe('undone');
    expect(await agentProxy(one)).toEqual(before);
    expect(filesWith(one.folder, OLD, null)).toEqual([]);
  });
});

describe.concurrent('what goes wrong', { timeout: 60_000 }, () => {
  test('cdpcli prints success and exits 1: it failed, and a retry finishes', async () => {
    const one = await openNamed('proxy-registration-fails');
    const failed = await applyProcedure(one.application, 'proxy', set());
    expect(failed.status).toBe('failed');
    const { problem } = stepOf(failed, 'register');
    expect(problem?.code).toBe('1');
    expect(problem?.toolWords.join('\n')).toContain('Registration suceeded.');
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('an error that does not end the cmdlet is no success', async () => {
    const one = await open({ ...behind, agentTakesProxy: 'error' });
    const failed = await applyProcedure(one.application, 'proxy', set());
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'agent-proxy').problem?.toolWords).toContain(
      'Failed to set machine settings. (ID: 100050)',
    );
  });

  test('a setting that was not taken is found by reading it back', async () => {
    const one = await openNamed('proxy-not-taken');
    const failed = await applyProcedure(one.application, 'proxy', set());
    expect(stepOf(failed, 'agent-proxy').checks[0]).toMatchObject({
      verdict: 'failed',
      needed: 'server http://proxy.contoso.test, port 8080, user (empty)',
    });
  });

  test.each([
    ['never', 'stop-agent', /stopped within 600 seconds/],
    ['refuses', 'stop-agent', /Couldn't stop the service obengine/],
  ])('an agent that %s stops is told, and a retry finishes', async (stop, id, says) => {
    const one = await open({ ...behind, services: { obengine: { stop } } });
    const failed = await applyProcedure(one.application, 'proxy', set());
    expect(stepOf(failed, id).problem?.what).toMatch(says);
    await change(one, (draft) => {
      draft.serviceHabits = {};
      for (const service of draft.services) service.settledAt = null;
    });
    expect((await takeUp(one.application, failed)).status).toBe('done');
    expect(await agentProxy(one)).toMatchObject(proxy);
  });

  test('a setting that was changed by hand after approval stops the plan before it begins', async () => {
    const one = await open(behind);
    const plan = await proposePlan(one.application, 'proxy', set());
    await change(one, (draft) => {
      draft.agentProxy = { ...proxy, port: 3128, user: '', bypass: '', hasPassword: false };
    });
    const started = await one.application.procedures.apply('proxy', set(), plan, {
      planId: plan.id,
      hash: plan.hash,
    });
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'planChanged' } } });
  });

  test('a setting that was changed by hand while it ran is never told as success', async () => {
    const one = await open(behind);
    const { application } = await watched(one, (words) => {
      if (words === 'cdpcli.exe --registermt') hand();
    });
    let byHand = Promise.resolve<unknown>(null);
    const hand = () => {
      byHand = change(one, (draft) => {
        draft.agentProxy = null;
      });
    };
    const failed = await applyProcedure(application, 'proxy', set());
    await byHand;
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'prove').checks[0]?.verdict).toBe('failed');
  });

  test('an agent that does not tell its setting blocks', async () => {
    const one = await open(behind);
    const module =
      'C:\\Program Files\\Microsoft Azure Recovery Services Agent\\bin\\Modules\\MSOnlineBackup\\MSOnlineBackup.psd1';
    await one.practice.files.remove(module);
    const { plan, preconditions } = await propose(one.application, 'proxy', set());
    expect(plan).toBeNull();
    expect(preconditions.find(({ id }) => id === 'agentTells')).toMatchObject({
      verdict: 'blocks',
    });
    expect((await findings(one))['Agent (in force)']).toMatch(/^could not be told: /);
  });

  test('a server from the gallery image has no agent: it is said what to do there', async () => {
    const one = await openNamed('gallery-image');
    const { plan, preconditions } = await propose(one.application, 'proxy', set());
    expect(plan).toBeNull();
    const agent = preconditions.find(({ id }) => id === 'agent');
    expect(agent).toMatchObject({ verdict: 'blocks' });
    expect(agent?.mend).toMatch(/no proxy to change here.*set a proxy in Windows/s);
  });

  test('cancelled while it stops the agent, it can be gone on with', async () => {
    let cancel = () => {};
    const { application } = await watched(await open(behind), (words) => {
      if (words === 'sc.exe stop obengine') cancel();
    });
    cancel = () => application.operations.cancel(application.operations.current()?.id ?? '');
    const cancelled = await applyProcedure(application, 'proxy', set());
    expect(cancelled.status).toBe('cancelled');
    cancel = () => {};
    expect((await takeUp(application, cancelled)).status).toBe('done');
  });

  test('killed at the beginning of each step it is finished later', async () => {
    const one = await open(guarded);
    const whole = await applyProcedure(one.application, 'proxy', set(withUser));
    expect(whole.status).toBe('done');
    const journal = join('operations', whole.id, 'journal.jsonl');
    const lines = readFileSync(join(one.folder, journal), 'utf8').split('\n');
    for (const { id } of whole.plan.body.steps) {
      const folder = mkdtempSync(join(tmpdir(), 'psm-proxy-'));
      folders.push(folder);
      cpSync(one.folder, folder, { recursive: true });
      const cut = lines.findIndex(
        (line) => line.includes('"stepStarted"') && line.includes(`"${id}"`),
      );
      writeFileSync(join(folder, journal), `${lines.slice(0, cut + 1).join('\n')}\n`);
      const again = await openPracticeApplication({}, { folder });
      enterSecrets(again.application);
      await again.application.operations.recover(again.application.secrets.all());
      const state = again.application.operations.state(whole.id);
      const end = state.status === 'done' ? state : await takeUp(again.application, state);
      expect([id, end.status]).toEqual([id, 'done']);
      expect(await agentProxy(again)).toMatchObject({ ...proxy, hasPassword: true });
    }
  });
});
