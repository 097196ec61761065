import type { OperationState } from '../../contract/operation';
import type { PlanStep } from '../../contract/plan';

/**
 * Steps that this operation can take back, the last one first. What lay there before it began is
 * not its own to remove, whatever the step did or failed to do.
 */
export function stepsToUndo(state: OperationState): PlanStep[] {
  return state.plan.body.steps
    .filter(({ id, undo }) => {
      const step = state.steps.find((one) => one.id === id);
      return undo.kind === 'action' && step?.hasMade === true;
    })
    .reverse();
}

/** What undoing the step would remove; null when it is not undone by removing something. */
export function removedByUndo({ undo }: PlanStep): string | null {
  return undo.kind === 'action' && undo.action.kind === 'remove' ? undo.action.path : null;
}

/** The step as its undoing: the same name, another action, proven by its own checks. */
export function asUndo(step: PlanStep): PlanStep {
  const { undo } = step;
  if (undo.kind !== 'action') return step;
  return { ...step, action: undo.action, checks: undo.checks, cancel: 'boundary' };
}
