import type { OperationState, OperationStatus, StepStatus } from '../../../../contract/operation';
import type { PlanStep } from '../../../../contract/plan';
import { useOperations } from '../../state/operations';
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
  const willBeUndone = worked.flatMap(({ step }) =>
    step.undo.kind === 'action' ? [{ step, how: step.undo.how }] : [],
  );
  const canNot = worked.flatMap(({ step }) =>
    step.undo.kind === 'none' && touchesAnything(step)
      ? [{ step, because: step.undo.because }]
      : [],
  );
  return willBeUndone.length === 0 ? null : { willBeUndone, canNot };
}

const touchesAnything = ({ touches: { files, registry, services } }: PlanStep) =>
  files.length + registry.length + services.length > 0;

/** How many steps were undone, of all that are undone when it goes well. */
export function undoProgress(operation: OperationState): { undone: number; total: number } {
  const concerns = ({ step, state }: StepView) =>
    step.undo.kind === 'action' && [...MAY_HAVE_WORKED, 'running', 'undone'].includes(state.status);
  const concerned = stepViews(operation).filter(concerns);
  const undone = concerned.filter(({ state }) => state.status === 'undone').length;
  return { undone, total: concerned.length };
}

/** True while the operation runs backwards. `undoing`: those last asked to be undone. */
export function isBeingUndone(operation: OperationState, undoing: readonly string[]): boolean {
  if (operation.status !== 'running') return false;
  return (
    undoing.includes(operation.id) || operation.steps.some(({ status }) => status === 'undone')
  );
}

/** True while the operation runs backwards. */
export const useIsBeingUndone = (operation: OperationState): boolean =>
  useOperations(({ undoing }) => isBeingUndone(operation, undoing));
