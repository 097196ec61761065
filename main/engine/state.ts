import type { Snapshot } from '../../contract/history';
import type {
  JournalRecord,
  OperationState,
  OperationSummary,
  StepState,
} from '../../contract/operation';
import type { PlanStep } from '../../contract/plan';

function freshStep(step: PlanStep): StepState {
  return {
    id: step.id,
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
  };
}

function changeStep(
  state: OperationState,
  stepId: string,
  change: (step: StepState) => StepState,
): OperationState {
  return { ...state, steps: state.steps.map((step) => (step.id === stepId ? change(step) : step)) };
}

function apply(state: OperationState, record: JournalRecord): OperationState {
  switch (record.kind) {
    case 'opened':
      return state;
    case 'stepStarted':
      return changeStep(state, record.stepId, (step) => ({
        ...step,
        status: 'running',
        attempts: record.attempt,
        startedAt: record.at,
        seconds: null,
        milestone: null,
        fraction: null,
        checks: [],
        problem: null,
      }));
    case 'stepEnded':
      return {
        ...changeStep(state, record.stepId, (step) => ({
          ...step,
          status: record.status,
          seconds: record.seconds,
          checks: record.checks,
          facts: record.facts,
          problem: record.problem,
          restartOf: record.restartOf,
          milestone: null,
          fraction: null,
        })),
        problem: record.problem,
      };
    case 'temporaryPlaced':
      return {
        ...state,
        leftBehind: [...state.leftBehind.filter((path) => path !== record.path), record.path],
      };
    case 'temporaryRemoved':
      return { ...state, leftBehind: state.leftBehind.filter((path) => path !== record.path) };
    case 'cancelAsked':
      return { ...state, cancelAsked: true };
    case 'resumed':
      return { ...state, status: 'running', closedAt: null, cancelAsked: false, problem: null };
    case 'willMake':
      return changeStep(state, record.stepId, (step) => ({ ...step, hasMade: true }));
    case 'undoBegun':
      return {
        ...state,
        status: 'running',
        closedAt: null,
        cancelAsked: false,
        isUndoing: true,
        problem: null,
      };
    case 'undoStarted':
      return changeStep(state, record.stepId, (step) => ({
        ...step,
        status: 'running',
        startedAt: record.at,
        milestone: null,
        fraction: null,
        problem: null,
      }));
    case 'undoEnded': {
      const status = record.problem ? 'failed' : 'undone';
      return {
        ...changeStep(state, record.stepId, (step) => ({
          ...step,
          status,
          hasMade: status !== 'undone' && step.hasMade,
          checks: record.checks,
          problem: record.problem,
        })),
        problem: record.problem,
      };
    }
    case 'closed':
      return { ...state, status: record.status, closedAt: record.at };
    case 'stepReopened':
      return changeStep(state, record.stepId, (step) => ({ ...step, status: 'waiting' }));
    case 'toolStarted':
    case 'toolEnded':
    case 'adopted':
    case 'continuation':
    case 'serverSeen':
      return state;
  }
}

/**
 * The state of an operation as its journal tells it. `live` says whether an engine works on it
 * now: a journal that simply stops belongs to an operation that was interrupted.
 */
export function stateFromJournal(records: readonly JournalRecord[], live: boolean): OperationState {
  const opened = records.find((record) => record.kind === 'opened');
  if (opened?.kind !== 'opened') throw new Error('The journal has no opening record.');
  const start: OperationState = {
    id: opened.operationId,
    plan: opened.plan,
    status: 'running',
    openedAt: opened.at,
    closedAt: null,
    steps: opened.plan.body.steps.map(freshStep),
    cancelAsked: false,
    isUndoing: false,
    problem: null,
    leftBehind: [],
    secondsLeft: null,
  };
  const state = records.reduce(apply, start);
  if (live || state.status !== 'running') return state;
  return {
    ...state,
    status: state.steps.some(awaitsProof) ? 'restartNeeded' : 'interrupted',
    steps: state.steps.map((step) =>
      step.status === 'running' ? { ...step, status: 'interrupted' } : step,
    ),
  };
}

/** Done but for its proof, because Windows had to restart first. */
export const awaitsProof = (step: StepState) => step.status === 'done' && step.restartOf !== null;

/** How many restarts of Windows a step has asked for. */
export const restartsOf = (records: readonly JournalRecord[], stepId: string): number =>
  records.filter(
    (record) =>
      record.kind === 'stepEnded' && record.stepId === stepId && record.restartOf !== null,
  ).length;

export const isFinishedStep = (step: StepState) =>
  step.status === 'done' || step.status === 'alreadyDone';

/** Seconds still to come: usual durations of the waiting steps and the rest of the running one. */
export function estimateSecondsLeft(state: OperationState, now: Date): number | null {
  if (state.isUndoing) return null;
  const usual = new Map(state.plan.body.steps.map((step) => [step.id, step.usualSeconds]));
  return state.steps.reduce((sum, step) => {
    const seconds = usual.get(step.id) ?? 0;
    if (isFinishedStep(step)) return sum;
    if (step.status !== 'running' || step.startedAt === null) return sum + seconds;
    const gone = (now.getTime() - Date.parse(step.startedAt)) / 1000;
    if (step.fraction !== null && step.fraction > 0.05) {
      return sum + Math.max(1, (gone / step.fraction) * (1 - step.fraction));
    }
    return sum + Math.max(1, seconds - gone);
  }, 0);
}

export function summarise(state: OperationState): OperationSummary {
  return {
    id: state.id,
    runbook: state.plan.body.runbook,
    title: state.plan.body.title,
    status: state.status,
    openedAt: state.openedAt,
    closedAt: state.closedAt,
    stepsDone: state.steps.filter(isFinishedStep).length,
    stepsTotal: state.steps.length,
  };
}

/** What the server showed when the operation began; null where its journal does not tell. */
export function seenBefore(records: readonly JournalRecord[]): Snapshot | null {
  const begun = records.find((record) => record.kind === 'serverSeen' && record.when === 'begin');
  return begun?.kind === 'serverSeen' ? begun.facts : null;
}

/** True when no step began, and nobody noted what the server showed before. */
export const isUntouched = (records: readonly JournalRecord[]): boolean =>
  !records.some(({ kind }) => kind === 'serverSeen' || kind === 'stepStarted');
