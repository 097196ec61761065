import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestName } from '../../../contract/channels';
import { factsWith, operationWith, procedureWith, question, section } from './samples';

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
  asked.mockClear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('window', {
    psm: {
      request: async (name: string, input: unknown) => {
        asked(name, input);
        const answer = answers.get(name);
        return answer ? { ok: true, value: await answer(input) } : { ok: false, problem };
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

  it('keeps what was prepared when a later answer changes', async () => {
    main('procedure.describe', () =>
      procedureWith(
        [question('terms', { section: 'terms', kind: 'terms' })],
        [section('terms', { place: 'afterPreparation' })],
      ),
    );
    const wizard = await freshWizard();
    wizard.getState().adopt('operation-1', 'prepare');
    wizard.getState().answer('terms', 'yes');
    expect(wizard.getState().preparationId).toBe('operation-1');
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

describe('describing the questions again', () => {
  const described = () =>
    asked.mock.calls.filter(([name]) => name === 'procedure.describe').map(([, input]) => input);

  it('sends what was answered, and keeps it', async () => {
    const wizard = await freshWizard();
    wizard.getState().answer('address', '10.20.30.40');
    wizard.getState().goTo('section:second', true);
    await vi.waitFor(() => expect(wizard.getState().describing).toBe(false));
    expect(described().at(-1)).toEqual({
      name: 'set-up',
      answers: { address: '10.20.30.40' },
    });
    expect(wizard.getState()).toMatchObject({
      answers: { address: '10.20.30.40' },
      stop: 'section:second',
    });
  });

  it('happens on a page that asks, not on others', async () => {
    const wizard = await freshWizard();
    const before = described().length;
    wizard.getState().goTo('ready', true);
    wizard.getState().goTo('checks', true);
    expect(described()).toHaveLength(before);
    wizard.getState().goTo('section:first', false);
    expect(described()).toHaveLength(before + 1);
  });

  it('happens when another set-up file was chosen', async () => {
    main('procedure.describe', () => procedureWith([question('file', { kind: 'setupFile' })]));
    const wizard = await freshWizard();
    const before = described().length;
    wizard.getState().answer('file', 'C:\\a.exe');
    expect(described().slice(before)).toEqual([{ name: 'set-up', answers: { file: 'C:\\a.exe' } }]);
    wizard.getState().answer('file', 'C:\\a.exe');
    expect(described()).toHaveLength(before + 1);
  });

  it.each(['done', 'failed'] as const)('happens when a preparation has ended (%s)', async (end) => {
    const wizard = await freshWizard();
    const { useOperations } = await import('../../../renderer/src/state/operations');
    const operation = operationWith([{ status: 'running' }]);
    const show = (status: 'running' | typeof end) =>
      useOperations.setState({ byId: { [operation.id]: { ...operation, status } } });
    show('running');
    wizard.getState().adopt(operation.id, 'prepare');
    const before = described().length;
    show('running');
    expect(described()).toHaveLength(before);
    show(end);
    show(end);
    expect(described()).toHaveLength(before + 1);
  });

  it('takes the newest description, whatever order the answers came in', async () => {
    const wizard = await freshWizard();
    const waiting: ((title: string) => void)[] = [];
    main(
      'procedure.describe',
      () =>
        new Promise((resolve) =>
          waiting.push((title) => resolve({ ...procedureWith([question('address')]), title })),
        ),
    );
    const first = wizard.getState().describe();
    const second = wizard.getState().describe();
    waiting[1]?.('newest');
    await second;
    waiting[0]?.('oldest');
    await first;
    expect(wizard.getState()).toMatchObject({
      describing: false,
      procedure: { title: 'newest' },
    });
  });

  it('leaves the questions as they are when main can not tell', async () => {
    const wizard = await freshWizard();
    const { procedure } = wizard.getState();
    answers.delete('procedure.describe');
    await wizard.getState().describe();
    expect(wizard.getState()).toMatchObject({ procedure, problem, describing: false });
  });
});

describe('answers taken over from elsewhere', () => {
  it('fill the questions and ask for a new plan', async () => {
    const wizard = await freshWizard();
    wizard.getState().adopt('operation-1', 'prepare');
    wizard.getState().fill({ address: '10.20.30.40', folder: 'D:\\ASR' });
    expect(wizard.getState()).toMatchObject({
      answers: { address: '10.20.30.40', folder: 'D:\\ASR' },
      preparationId: null,
      proposal: null,
    });
  });
});

describe('starting again', () => {
  it('keeps the answers and goes where it was told to', async () => {
    main('server.detect', () => factsWith());
    const wizard = await freshWizard();
    wizard.getState().answer('address', '10.20.30.40');
    wizard.getState().adopt('operation-1', 'set-up');
    wizard.getState().startAgain('section:first');
    expect(wizard.getState()).toMatchObject({
      answers: { address: '10.20.30.40' },
      operationId: null,
      stop: 'section:first',
    });
  });
});

describe('an operation that is undone', () => {
  const undoInMain = (answer: unknown) => main('operation.undo', () => answer);

  it('is followed', async () => {
    vi.resetModules();
    const { useOperations } = await import('../../../renderer/src/state/operations');
    const operation = operationWith([{ status: 'running' }]);
    main('operation.subscribe', () => ({ state: operation, lines: [] }));
    undoInMain({ started: true, operationId: operation.id });
    await useOperations.getState().undo(operation.id);
    expect(useOperations.getState().byId[operation.id]).toEqual(operation);
    main('operation.resume', () => ({ started: true, operationId: operation.id }));
    await useOperations.getState().resume(operation.id);
    expect(useOperations.getState().problem).toBeNull();
  });

  it('goes on being undone after secrets were asked for', async () => {
    vi.resetModules();
    const { useOperations } = await import('../../../renderer/src/state/operations');
    undoInMain({
      started: false,
      problem: { ...problem, code: 'secretsNeeded', toolWords: ['passphrase'] },
      differences: [],
      newPlan: null,
    });
    await useOperations.getState().undo('operation-1');
    expect(useOperations.getState().secretsWanted).toMatchObject({ goOn: 'undo' });
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
      secretsWanted: { operationId: 'operation-1', names: ['passphrase'], goOn: 'resume' },
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
