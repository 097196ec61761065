import { describe, expect, test } from 'vitest';
import { scenarios } from '../../practice';
import { openForFile } from '../support/open-for-file';
import { goodAnswers } from '../support/practice-application';
import { enterSecrets, propose, proposePlan } from '../support/run-procedure';

const open = openForFile();

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

  test('blocks a procedure that it does not allow', async () => {
    const application = await openLocked();
    const { preconditions } = await propose(application, 'restore', { action: 'restore' });
    expect(preconditions.find(({ id }) => id === 'policy')?.verdict).toBe('blocks');
  });
});
