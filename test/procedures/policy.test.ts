import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { POLICY_KEY } from '../../main/vendor/policy';
import { scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import { goodAnswers } from '../support/practice-application';
import { applyProcedure, enterSecrets, propose, proposePlan } from '../support/run-procedure';

const open = openForFile();

const restart = { action: 'restart', deployment: 'standAlone', which: 'chosen', tmansvc: 'yes' };

async function openLocked() {
  const scenario = scenarios.find(({ id }) => id === 'policy-locks');
  if (!scenario) throw new Error('No scenario policy-locks.');
  const one = await open(scenario);
  enterSecrets(one.application);
  return one.application;
}

const link = (address: string) => ({ source: 'link', link: address, proxyMode: 'direct' });

describe.concurrent('what an organisation locked', { timeout: 120_000 }, () => {
  test('is asked with its value, and no other is taken', async () => {
    const application = await openLocked();
    const described = await application.procedures.describe('set-up');
    if (!described.ok) throw new Error(described.problem.what);
    const { questions } = described.value;
    const locked = questions.filter(({ isLocked }) => isLocked);
    expect(locked.map(({ name, suggestion }) => [name, suggestion])).toEqual([
      ['proxyMode', 'direct'],
    ]);
    const { problems, plan } = await propose(application, 'set-up', {
      ...goodAnswers,
      proxyMode: 'custom',
    });
    expect(plan).toBeNull();
    expect(problems).toContainEqual({
      name: 'proxyMode',
      message: 'Your organisation set this to "direct".',
    });
  });

  test('keeps downloads and their redirects on its hosts', async () => {
    const application = await openLocked();
    const { problems } = await propose(
      application,
      'download',
      link('https://go.microsoft.com/fwlink'),
    );
    expect(problems.map(({ message }) => message).join()).toContain('only from: aka.ms');
    const plan = await proposePlan(
      application,
      'download',
      link('https://aka.ms/unifiedinstaller'),
    );
    const actions = plan.body.steps.map(({ action }) => action);
    expect(actions.find(({ kind }) => kind === 'download')).toMatchObject({
      allowedHosts: ['aka.ms', 'download.microsoft.com'],
    });
  });

  test('tells a name that no procedure has', async () => {
    const one = await open({ installed: {}, server: { organisation: { BlockedProcedures: 'puge' } } });
    const { preconditions } = await propose(one.application, 'services', restart);
    expect(preconditions.find(({ id }) => id === 'policy')).toMatchObject({
      verdict: 'warns',
      found: expect.stringContaining('puge'),
    });
  });

  test('keeps what was begun from going on, but not from being ended', async () => {
    const one = await open({ installed: {} });
    const { operations } = one.application;
    const world = openWorld(join(one.folder, 'world'));
    await world.change(({ services }) => {
      for (const service of services) if (service.name === 'tmansvc') service.startType = 'disabled';
    });
    const chosen = { ...restart, action: 'start' };
    await world.change(({ services }) => {
      for (const service of services) {
        if (service.name === 'tmansvc') Object.assign(service, { state: 'stopped', pid: 0 });
      }
    });
    const plan = await proposePlan(one.application, 'services', chosen);
    const failed = await applyProcedure(one.application, 'services', chosen);
    expect([plan.body.runbook, failed.status]).toEqual(['services', 'failed']);
    await world.change(({ registry }) => {
      registry[POLICY_KEY] = { BlockedProcedures: { type: 'REG_SZ', data: 'services' } };
    });
    const goesOn = await operations.takeUp(failed.id, {});
    expect(goesOn).toMatchObject({ ok: false, problem: { code: 'policy' } });
    expect(operations.state(failed.id).status).toBe('failed');
    expect(await operations.stop(failed.id)).toEqual({ ok: true, value: true });
  });

  test('blocks a procedure that it does not allow', async () => {
    const application = await openLocked();
    const { preconditions } = await propose(application, 'restore', { action: 'restore' });
    expect(preconditions.find(({ id }) => id === 'policy')?.verdict).toBe('blocks');
  });
});
