import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { POLICY_KEY } from '../../main/vendor/policy';
import { scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { keepBackup } from '../support/keep-backup';
import { openForFile } from '../support/open-for-file';
import { goodAnswers } from '../support/practice-application';
import { applyProcedure, enterSecrets, propose, proposePlan } from '../support/run-procedure';

const open = openForFile();

const restart = { action: 'restart', deployment: 'standAlone', which: 'chosen', tmansvc: 'yes' };

const FILE = 'D:\\ASR\\some.conf';

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
    const one = await open({
      installed: {},
      server: { organisation: { BlockedProcedures: 'puge' } },
    });
    const { preconditions } = await propose(one.application, 'services', restart);
    expect(preconditions.find(({ id }) => id === 'policy')).toMatchObject({
      verdict: 'warns',
      found: expect.stringContaining('puge'),
    });
  });

  test('keeps what was begun from going on, but not from being ended', async () => {
    const one = await open({ installed: {} });
    const { operations, server } = one.application;
    const world = openWorld(join(one.folder, 'world'));
    const bytes = (text: string) => new TextEncoder().encode(text);
    await server.files.write(FILE, bytes('kept'));
    const backup = await keepBackup(one.application, { files: [FILE] });
    await server.files.write(FILE, bytes('changed'));
    await world.change(({ lockedFiles }) => void lockedFiles.push(FILE));
    const given = { action: 'restore', backup, extras: 'keep', services: 'no' };
    const failed = await applyProcedure(one.application, 'restore', given);
    expect(failed.status).toBe('failed');
    await world.change(({ registry, lockedFiles }) => {
      lockedFiles.splice(0);
      registry[POLICY_KEY] = { BlockedProcedures: { type: 'REG_SZ', data: 'restore' } };
    });
    const goesOn = await operations.takeUp(failed.id, {});
    expect(goesOn).toMatchObject({ ok: false, problem: { code: 'policy' } });
    expect(await server.readText(FILE)).toBe('changed');
    expect(await operations.stop(failed.id)).toEqual({ ok: true, value: true });
  });

  test('blocks a procedure that it does not allow', async () => {
    const application = await openLocked();
    const { preconditions } = await propose(application, 'restore', { action: 'restore' });
    expect(preconditions.find(({ id }) => id === 'policy')?.verdict).toBe('blocks');
  });
});
