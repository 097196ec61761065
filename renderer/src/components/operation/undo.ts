import type { OperationState, OperationStatus, StepStatus } from '../../../../contract/operation';
import type { PlanStep } from '../../../../contract/plan';
import { type StepView, stepViews } from './progress';

/** What undoing an operation would take back and what it would leave. */
export interface UndoOffer {
  /** The newest first: the order in which it is done. */
  willBeUndone: readonly { step: PlanStep; how: string }[];
  canNot: readonly { step: PlanStep; because: string }[];
}

const AT_REST: readonly OperationStatus[] = [
  'done',
  'failed',
  'cancelled',
  'interrupted',
  'stopped',
];
/** A step that did not end well may have done its work nevertheless. */
const MAY_HAVE_WORKED: readonly StepStatus[] = ['done', 'failed', 'cancelled', 'interrupted'];

/** What can be offered to be undone; null when there is nothing, or when it is not the time. */
export function undoOffer(operation: OperationState): UndoOffer | null {
  if (!AT_REST.includes(operation.status)) return null;
  const worked = stepViews(operation)
    .filter(({ state }) => MAY_HAVE_WORKED.includes(state.status))
    .reverse();
  // Only what this operation made itself: what lay there before is let be.
  const willBeUndone = stepViews(operation)
    .reverse()
    .flatMap(({ step, state }) =>
      step.undo.kind === 'action' && state.hasMade ? [{ step, how: step.undo.how }] : [],
    );
  const canNot = worked.flatMap(({ step }) =>
    step.undo.kind === 'none' && touchesAnything(step)
      ? [{ step, because: step.undo.because }]
      : [],
  );
  const isIdle = willBeUndone.every(({ step }) => isBackAlready(step, operation));
  return isIdle ? null : { willBeUndone, canNot };
}

/** True when all that an undo orders is a service's state that a later step brought back. */
function isBackAlready({ id, undo }: PlanStep, operation: OperationState): boolean {
  if (undo.kind !== 'action' || undo.action.kind !== 'service') return false;
  const { service, order } = undo.action;
  const views = stepViews(operation);
  const later = views.slice(views.findIndex(({ step }) => step.id === id) + 1);
  return later.some(
    ({ step: { action }, state }) =>
      (state.status === 'done' || state.status === 'alreadyDone') &&
      action.kind === 'service' &&
      action.service === service &&
      action.order === order,
  );
}

const touchesAnything = ({ touches: { files, registry, services } }: PlanStep) =>
  files.length + registry.length + services.length > 0;

/** How many steps were undone, of all that are undone when it goes well. */
export function undoProgress(operation: OperationState): { undone: number; total: number } {
  const concerns = ({ step, state }: StepView) =>
    step.undo.kind === 'action' && (state.hasMade || state.status === 'undone');
  const concerned = stepViews(operation).filter(concerns);
  const undone = concerned.filter(({ state }) => state.status === 'undone').length;
  return { undone, total: concerned.length };
}

/** True while the operation runs backwards. */
export const isBeingUndone = ({ status, isUndoing }: OperationState): boolean =>
  status === 'running' && isUndoing;
