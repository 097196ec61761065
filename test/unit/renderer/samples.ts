import type { ServerFacts } from '../../../contract/facts';
import type { OperationState, StepState } from '../../../contract/operation';
import type { PlanStep } from '../../../contract/plan';
import type { Procedure, Question, Section } from '../../../contract/runbook';

export { factsWith } from '../../support/sample-facts';

export const installed: ServerFacts['products'] = {
  dependencies: '9.55',
  processServer: '9.55',
  masterTarget: '9.55',
  agent: '2.0',
  vmwareTools: null,
};

export function planStep(id: string, changes: Partial<PlanStep> = {}): PlanStep {
  return {
    id,
    title: `Step ${id}`,
    reason: 'A reason.',
    action: { kind: 'prove' },
    touches: { files: [], registry: [], services: [] },
    usualSeconds: 60,
    cancel: 'boundary',
    undo: { kind: 'none', because: 'it changes nothing' },
    restart: 'no',
    checks: [],
    skipWhen: [],
    supports: [],
    follows: [],
    rerunChecks: [],
    ...changes,
  };
}

export function stepState(id: string, changes: Partial<StepState> = {}): StepState {
  return {
    id,
    status: 'waiting',
    attempts: 0,
    startedAt: null,
    seconds: null,
    milestone: null,
    fraction: null,
    checks: [],
    facts: {},
    problem: null,
    restartOf: null,
    hasMade: false,
    ...changes,
  };
}

/** What undoing a step does, when it can be undone on demand. */
export const undoneBy = (how: string): PlanStep['undo'] => ({
  kind: 'action',
  how,
  action: { kind: 'prove' },
  checks: [],
});

/** An operation whose steps have these states; each usually takes a minute. */
export function operationWith(
  states: readonly Partial<StepState>[],
  changes: Partial<OperationState> = {},
): OperationState {
  const ids = states.map((_state, index) => String(index + 1));
  return {
    id: 'operation-1',
    plan: {
      id: 'set-up-1',
      hash: 'f'.repeat(64),
      body: {
        runbook: 'set-up',
        title: 'Set up a process server',
        verb: 'Install',
        serverName: 'WIN-PS01',
        destructive: false,
        steps: ids.map((id) => planStep(id)),
        notes: [],
      },
    },
    status: 'running',
    openedAt: '2026-01-01T10:00:00Z',
    closedAt: null,
    steps: states.map((state, index) => stepState(ids[index] ?? '', state)),
    cancelAsked: false,
    isUndoing: false,
    problem: null,
    leftBehind: [],
    secondsLeft: null,
    ...changes,
  };
}

export function question(name: string, changes: Partial<Question> = {}): Question {
  return {
    name,
    section: 'first',
    label: name,
    hint: '',
    kind: 'text',
    choices: [],
    required: true,
    onlyWhen: null,
    suggestion: null,
    isAdvanced: false,
    test: null,
    text: null,
    ...changes,
  };
}

export function section(id: string, changes: Partial<Section> = {}): Section {
  return { id, title: id, place: 'questions', findings: [], ...changes };
}

export function procedureWith(
  questions: readonly Question[],
  sections: readonly Section[] = [section('first'), section('second')],
): Procedure {
  return {
    name: 'set-up',
    title: 'Set up a process server',
    introduction: [],
    questions: [...questions],
    sections: [...sections],
    preparedBy: 'prepare',
  };
}
