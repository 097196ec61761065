import type { PlanStep } from '../../contract/plan';
import type { Application } from '../../main/application/application';
import { makePlan } from '../../main/engine/plan';

/** Applies just these steps, with approval, lock and journal as always, and returns the seconds. */
export async function applySteps(
  { operations }: Application,
  steps: readonly PlanStep[],
): Promise<number> {
  const plan = makePlan({
    runbook: 'bench',
    title: 'Bench',
    verb: 'Run',
    serverName: 'WIN-PS01',
    destructive: false,
    steps: [...steps],
    notes: [],
  });
  const begun = performance.now();
  const approval = { planId: plan.id, hash: plan.hash };
  const started = await operations.withLock('Bench', (lock) =>
    operations.start(plan, approval, {}, {}, lock),
  );
  if (!started.ok) throw new Error(started.problem.what);
  await started.value.ended;
  const seconds = (performance.now() - begun) / 1000;
  const { status } = operations.state(started.value.operationId);
  if (status !== 'done') throw new Error(`The steps ended as ${status}.`);
  return seconds;
}
