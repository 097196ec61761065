import { makePlan } from '../../main/engine/plan';
import { noUndo, step } from '../../main/runbooks/steps';
import { openPracticeApplication } from '../support/practice-application';

const STEPS = 100;

/** Milliseconds the engine itself needs for a step: journal, flush, state, events; no tool. */
export async function engineOverhead(): Promise<number> {
  const { application, remove } = await openPracticeApplication({});
  const plan = makePlan({
    runbook: 'bench',
    title: 'Bench',
    verb: 'Run',
    serverName: 'WIN-PS01',
    destructive: false,
    steps: Array.from({ length: STEPS }, (_, index) =>
      step(
        `step-${index}`,
        { title: 'Nothing', reason: 'Only the engine is measured' },
        { kind: 'prove' },
        {
          undo: noUndo('it does nothing'),
        },
      ),
    ),
    notes: [],
  });
  const begun = performance.now();
  const { operations } = application;
  const approval = { planId: plan.id, hash: plan.hash };
  const started = await operations.withLock('Bench', (lock) =>
    operations.start(plan, approval, {}, {}, lock),
  );
  if (!started.ok) throw new Error(started.problem.what);
  await started.value.ended;
  const perStep = (performance.now() - begun) / STEPS;
  remove();
  return perStep;
}
