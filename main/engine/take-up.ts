import type { OperationState } from '../../contract/operation';
import { type PlanStep, secretsOf } from '../../contract/plan';
import type { Secrets } from '../../contract/secret';
import type { StateStore } from '../host/ports';
import type { Server } from '../host/server';
import type { CheckContext } from './checks/context';
import { allPassed, evaluateNow } from './checks/evaluate';
import { isFinishedStep } from './state';

type Survives = { folder: string; endpoint: string };

/** Steps whose tool runs under a step host. */
const outlives = ({ action }: PlanStep) =>
  action.kind === 'uninstall' || (action.kind === 'run' && action.survives);

/** The step whose tool was left running under a step host, when the journal ends inside it. */
export function leftTool(
  state: OperationState,
  store: Pick<StateStore, 'stepFolder' | 'stepEndpoint'>,
): { stepId: string; survives: Survives } | null {
  const begun = state.steps.find((one) => one.status === 'interrupted');
  const step = state.plan.body.steps.find((one) => one.id === begun?.id);
  if (!begun || !step || !outlives(step)) return null;
  // From the step's own start, not the tool's: a crash may come right between the two.
  const survives = {
    folder: store.stepFolder(state.id, step.id, begun.attempts),
    endpoint: store.stepEndpoint(state.id, step.id, begun.attempts),
  };
  return { stepId: step.id, survives };
}

/** True while the tool of a step goes on under its step host, whatever became of this program. */
export async function toolRuns(
  state: OperationState,
  { store, server }: { store: StateStore; server: Server },
): Promise<boolean> {
  const left = leftTool(state, store);
  return left !== null && (await server.processes.leftTool(left.survives)) === 'running';
}

/** Whether looking at the server tells that a step which was begun has been done. */
export const isToldByChecks = ({ supports, isRepeated }: PlanStep): boolean =>
  supports.length === 0 && isRepeated !== true;

/** Secrets that the steps still to come need and that were not entered. */
export function missingSecrets(state: OperationState, secrets: Secrets): string[] {
  const open = new Set(state.steps.filter((step) => !isFinishedStep(step)).map((step) => step.id));
  const names = state.plan.body.steps
    .filter((step) => open.has(step.id))
    .filter((step) => step.supports.length === 0 || step.supports.some((id) => open.has(id)))
    .flatMap(secretsOf);
  return [...new Set(names)].filter((name) => !secrets[name]);
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
