import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestName } from '../../../contract/channels';
import { operationWith, procedureWith, question } from './samples';

const PASSPHRASE = 'Winter-Passphrase-77';
const kept = new Map<string, string>();
const answers = new Map<string, (input: unknown) => unknown>();
const asked = vi.fn();

/** Answers requests as main would, in the envelope of the contract. */
function main(name: RequestName, answer: (input: unknown) => unknown): void {
  answers.set(name, answer);
}

async function freshWizard() {
  vi.resetModules();
  const { wizardOf } = await import('../../../renderer/src/state/wizard');
  const wizard = wizardOf('set-up');
  await wizard.getState().describe();
  return wizard;
}

beforeEach(() => {
  kept.clear();
  answers.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('window', {
    psm: {
      request: async (name: string, input: unknown) => {
        asked(name, input);
        const answer = answers.get(name);
        return answer ? { ok: true, value: answer(input) } : { ok: false, problem };
      },
      on: () => () => {},
    },
  });
  main('procedure.describe', () =>
    procedureWith([question('address'), question('passphrase', { kind: 'secret' })]),
  );
  main('secret.enter', () => true);
});

const problem = { what: 'W', meaning: 'M', next: 'N', toolWords: [], code: null };
const proposal = (name: string) => ({
  problems: [{ name, message: 'No.' }],
  preconditions: [],
  plan: null,
});

describe('the wizard', () => {
  it('keeps answers over a reload of the window', async () => {
    const wizard = await freshWizard();
    wizard.getState().answer('address', '10.20.30.40');
    wizard.getState().goTo('checks', true);
    const reloaded = await freshWizard();
    expect(reloaded.getState().answers).toEqual({ address: '10.20.30.40' });
    expect(reloaded.getState().stop).toBe('checks');
  });

  it('hands a secret to main and keeps its name alone', async () => {
    const wizard = await freshWizard();
    await wizard.getState().enterSecret('passphrase', PASSPHRASE);
    expect(asked).toHaveBeenCalledWith('secret.enter', { name: 'passphrase', value: PASSPHRASE });
    expect(wizard.getState().secretsEntered).toEqual(['passphrase']);
    expect(JSON.stringify([...kept])).not.toContain(PASSPHRASE);
    expect(JSON.stringify(wizard.getState())).not.toContain(PASSPHRASE);
  });

  it('forgets what was prepared when an answer changes', async () => {
    const wizard = await freshWizard();
    wizard.getState().adopt('operation-1', 'prepare');
    expect(wizard.getState()).toMatchObject({ preparationId: 'operation-1', stop: 'prepare' });
    wizard.getState().answer('address', '10.20.30.41');
    expect(wizard.getState().preparationId).toBeNull();
  });

  it('drops the problem of an answer that is being changed', async () => {
    main('procedure.propose', () => proposal('address'));
    const wizard = await freshWizard();
    await wizard.getState().propose();
    expect(wizard.getState().answerProblems).toHaveLength(1);
    wizard.getState().answer('address', '10.20.30.4');
    expect(wizard.getState().answerProblems).toHaveLength(0);
  });

  it('shows the new plan when the approved one no longer fits', async () => {
    const { plan } = operationWith([{}]);
    const newPlan = { ...plan, id: 'set-up-2' };
    main('procedure.propose', () => ({ problems: [], preconditions: [], plan }));
    main('procedure.apply', () => ({
      started: false,
      problem,
      differences: [{ stepId: '1', change: 'drive D: is full' }],
      newPlan,
    }));
    const wizard = await freshWizard();
    await wizard.getState().propose();
    await wizard.getState().apply({ planId: plan.id, hash: plan.hash });
    expect(wizard.getState()).toMatchObject({
      operationId: null,
      problem,
      differences: [{ change: 'drive D: is full' }],
      proposal: { plan: { id: 'set-up-2' } },
    });
  });

  it('follows the operation it started', async () => {
    const operation = operationWith([{ status: 'running' }]);
    main('procedure.apply', () => ({ started: true, operationId: operation.id }));
    main('operation.subscribe', () => ({ state: operation, lines: [] }));
    const wizard = await freshWizard();
    await wizard.getState().apply({ planId: 'a', hash: 'b' });
    expect(wizard.getState().operationId).toBe(operation.id);
  });

  it('shows the problem when main refuses', async () => {
    const wizard = await freshWizard();
    await wizard.getState().propose();
    expect(wizard.getState().problem).toEqual(problem);
  });
});

describe('an operation that goes on', () => {
  it('asks for the secrets main needs again', async () => {
    vi.resetModules();
    const { useOperations } = await import('../../../renderer/src/state/operations');
    main('operation.resume', () => ({
      started: false,
      problem: { ...problem, code: 'secretsNeeded', toolWords: ['passphrase'] },
      differences: [],
      newPlan: null,
    }));
    await useOperations.getState().resume('operation-1');
    expect(useOperations.getState()).toMatchObject({
      secretsWanted: { operationId: 'operation-1', names: ['passphrase'] },
      problem: null,
    });
  });

  it('is found again when it failed before the window was opened', async () => {
    vi.resetModules();
    const { useOperations } = await import('../../../renderer/src/state/operations');
    const operation = operationWith([{ status: 'failed' }], { status: 'failed' });
    main('operation.current', () => null);
    main('operation.list', () => [
      {
        id: operation.id,
        runbook: 'set-up',
        title: 'Set up a process server',
        status: 'failed',
        openedAt: operation.openedAt,
        closedAt: null,
        stepsDone: 0,
        stepsTotal: 1,
      },
    ]);
    main('operation.subscribe', () => ({ state: operation, lines: [] }));
    await useOperations.getState().load();
    expect(useOperations.getState().currentId).toBe(operation.id);
  });
});
