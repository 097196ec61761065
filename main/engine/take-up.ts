import type { JournalRecord, OperationState } from '../../contract/operation';
import type { PlanStep } from '../../contract/plan';
import type { CheckContext } from './checks/context';
import { allPassed, evaluateNow } from './checks/evaluate';
import { isFinishedStep } from './state';

type Survives = { folder: string; endpoint: string };

/** The step whose tool was left running under a step host, when the journal ends inside it. */
export function leftTool(
  state: OperationState,
  records: readonly JournalRecord[],
): { stepId: string; survives: Survives } | null {
  const step = state.steps.find((one) => one.status === 'interrupted');
  if (!step) return null;
  const started = records.findLast(
    (record) => record.kind === 'toolStarted' && record.stepId === step.id,
  );
  if (started?.kind !== 'toolStarted') return null;
  const { folder, endpoint } = started.identity;
  return folder !== null && endpoint !== null
    ? { stepId: step.id, survives: { folder, endpoint } }
    : null;
}

/**
 * Finished steps that only prepared something for a step still to come, and whose result is gone:
 * they have to be made again.
 */
export async function stepsToReopen(
  state: OperationState,
  context: CheckContext,
  toRunAgain: ReadonlySet<string>,
): Promise<PlanStep[]> {
  const status = new Map(state.steps.map((step) => [step.id, step]));
  const open = (id: string) => {
    const step = status.get(id);
    return step !== undefined && !isFinishedStep(step) && toRunAgain.has(id);
  };
  const reopened: PlanStep[] = [];
  for (const step of state.plan.body.steps) {
    const current = status.get(step.id);
    if (!current || !isFinishedStep(current) || !step.supports.some(open)) continue;
    const results = await evaluateNow(step.checks, context);
    if (step.checks.length === 0 || !allPassed(results)) reopened.push(step);
  }
  return reopened;
}
