import type { CheckResult } from '../../../../contract/check';
import type {
  OperationState,
  OperationStatus,
  StepState,
  StepStatus,
} from '../../../../contract/operation';
import type { PlanStep } from '../../../../contract/plan';
import type { Problem } from '../../../../contract/problem';

/** A step of the plan with how it stands. */
export interface StepView {
  step: PlanStep;
  state: StepState;
  number: number;
}

/** Steps of the plan, each with its state, in order. */
export function stepViews(operation: OperationState): StepView[] {
  return operation.plan.body.steps.flatMap((step, index) => {
    const state = operation.steps.find(({ id }) => id === step.id);
    return state ? [{ step, state, number: index + 1 }] : [];
  });
}

/** The step that runs, or failed, or was interrupted: the one to look at. */
export function stepInView(operation: OperationState): StepView | null {
  const views = stepViews(operation);
  return (
    views.find(({ state }) => ['running', 'failed', 'interrupted'].includes(state.status)) ?? null
  );
}

const HALF_WAY: readonly OperationStatus[] = ['failed', 'cancelled', 'interrupted', 'stopped'];

/** True when an operation stopped before its end and was not taken back. */
export const isHalfWay = ({ status }: Pick<OperationState, 'status'>): boolean =>
  HALF_WAY.includes(status);

/**
 * Why an operation stopped, to be told before everything else; null while it runs, and once it was
 * taken back.
 */
export function failureToTell(operation: OperationState): Problem | null {
  if (operation.status === 'running' || operation.status === 'undone') return null;
  return stepViews(operation).find(({ state }) => state.status === 'failed')?.state.problem ?? null;
}

const isFinished = (state: StepState) => state.status === 'done' || state.status === 'alreadyDone';

/** What somebody has to do before the restart that it waits for, where a step hands over for that. */
export function handOverOf(operation: OperationState): string | null {
  const last = stepViews(operation).findLast(({ state }) => isFinished(state))?.step;
  return last?.action.kind === 'prove' && last.restart === 'yes' ? last.reason : null;
}

/**
 * How much of the operation is behind, 0 to 1: usual seconds of finished steps and the share of
 * the running one that its tool told. Full only when every step is done.
 */
export function fractionOf(operation: OperationState): number {
  const views = stepViews(operation);
  const weight = ({ step }: StepView) => Math.max(step.usualSeconds, 1);
  const total = views.reduce((sum, view) => sum + weight(view), 0);
  if (total === 0) return 0;
  const behind = views.reduce((sum, view) => {
    if (isFinished(view.state)) return sum + weight(view);
    return sum + weight(view) * (view.state.fraction ?? 0);
  }, 0);
  const told = behind / total;
  const left = operation.secondsLeft;
  const estimated = left === null ? 0 : 1 - left / Math.max(total, left);
  const everyStepDone = views.every(({ state }) => isFinished(state));
  return everyStepDone ? 1 : Math.min(0.99, Math.max(told, estimated));
}

/** How many steps are done or needed nothing. */
export const stepsDone = (operation: OperationState) => operation.steps.filter(isFinished).length;

/** Seconds from the start of an operation to its end; null while it has none. */
export function secondsTaken({ openedAt, closedAt }: OperationState): number | null {
  return closedAt === null ? null : (Date.parse(closedAt) - Date.parse(openedAt)) / 1000;
}

/** A step that ended in one of these may have done a part of its work. */
const BROKEN_OFF: readonly StepStatus[] = ['failed', 'cancelled', 'interrupted'];

const MAY_HAVE_ACTED: readonly StepStatus[] = ['done', ...BROKEN_OFF, 'undone'];

/** Everything the finished steps touched, each named once; what was there for a while is left out. */
export const touchedBy = (operation: OperationState): PlanStep['touches'] =>
  touchesOf(
    stepViews(operation).filter(({ step, state }) => state.status === 'done' && stays(step)),
  );

const stays = ({ action }: PlanStep): boolean => !('temporary' in action && action.temporary);

/** What steps that were broken off may have touched, and no finished one did. */
export function perhapsTouchedBy(operation: OperationState): PlanStep['touches'] {
  const sure = touchedBy(operation);
  const brokenOff = stepViews(operation).filter(({ state }) => BROKEN_OFF.includes(state.status));
  const { files, registry, services } = touchesOf(brokenOff);
  return {
    files: files.filter((one) => !sure.files.includes(one)),
    registry: registry.filter((one) => !sure.registry.includes(one)),
    services: services.filter((one) => !sure.services.includes(one)),
  };
}

function touchesOf(views: readonly StepView[]): PlanStep['touches'] {
  const all = (pick: (touches: PlanStep['touches']) => readonly string[]) => [
    ...new Set(views.flatMap(({ step }) => pick(step.touches))),
  ];
  return {
    files: all(({ files }) => files),
    registry: all(({ registry }) => registry),
    services: all(({ services }) => services),
  };
}

/** The number of the step an operation stands at, counted from 1. */
export function stepNumber(operation: OperationState): number {
  const unfinished = operation.steps.findIndex(
    ({ status }) => status !== 'done' && status !== 'alreadyDone',
  );
  return unfinished === -1 ? operation.steps.length : unfinished + 1;
}

/** Steps that only proved what a step before them had done, and that step was taken back. */
function proofsOfUndone({ plan, steps }: OperationState): ReadonlySet<string> {
  const undone = new Set(steps.filter(isUndone).map(({ id }) => id));
  const first = plan.body.steps.findIndex(({ id }) => undone.has(id));
  const later = first === -1 ? [] : plan.body.steps.slice(first + 1);
  return new Set(later.flatMap(({ id, action }) => (action.kind === 'prove' ? [id] : [])));
}

const isUndone = ({ status }: StepState) => status === 'undone';

/**
 * Checks that still tell how the server is: not of what was there for a while only, not of what was
 * taken back, of one asked more than once the last result, and of each service only
 * how it was seen last, and not at all where a later step may have started or stopped it.
 */
export function latestFacts(operation: OperationState): CheckResult[] {
  const { plan, steps } = operation;
  const planned = new Map(plan.body.steps.map((step) => [step.id, step]));
  const outdated = proofsOfUndone(operation);
  const latest = new Map<string, CheckResult>();
  const services = new Map<string, string>();
  // What an undo showed was seen after everything else.
  const inTime = [...steps.filter((state) => !isUndone(state)), ...steps.filter(isUndone)];
  for (const { id, status, checks } of inTime) {
    const step = planned.get(id);
    if (!step) continue;
    if (MAY_HAVE_ACTED.includes(status)) {
      for (const service of step.touches.services) latest.delete(services.get(service) ?? '');
    }
    const isOutdated = status !== 'undone' && outdated.has(id);
    if (isOutdated || step.supports.length > 0) continue;
    for (const result of checks) {
      latest.delete(result.label);
      latest.set(result.label, result);
      const check = step.checks.find(({ label }) => label === result.label);
      if (check?.kind !== 'serviceIs') continue;
      const before = services.get(check.service);
      if (before !== undefined && before !== result.label) latest.delete(before);
      services.set(check.service, result.label);
    }
  }
  return [...latest.values()];
}
