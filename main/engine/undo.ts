import type { OperationState } from '../../contract/operation';
import type { PlanStep } from '../../contract/plan';

/** Steps that were done by this operation and that can be taken back, the last one first. */
export function stepsToUndo(state: OperationState): PlanStep[] {
  return state.plan.body.steps
    .filter(({ id, undo }) => {
      const status = state.steps.find((step) => step.id === id)?.status;
      const mayHaveWorked = status === 'done' || status === 'failed' || status === 'cancelled';
      return undo.kind === 'action' && (mayHaveWorked || status === 'interrupted');
    })
    .reverse();
}

/** The step as its undoing: the same name, another action, proven by its own checks. */
export function asUndo(step: PlanStep): PlanStep {
  const { undo } = step;
  if (undo.kind !== 'action') return step;
  return { ...step, action: undo.action, checks: undo.checks, cancel: 'boundary' };
}
