import type { Snapshot } from '../../contract/history';
import type { Application } from '../../main/application/application';
import { makePlan } from '../../main/engine/plan';
import { backupSteps, type ToKeep } from '../../main/runbooks/backup-step';

/**
 * Backs up as the first steps of every change do, on a server where that was seen before; the id of
 * the backup.
 */
export async function keepBackup(
  { operations, server }: Application,
  toKeep: ToKeep,
  seen?: Snapshot,
): Promise<string> {
  const { places } = server;
  const plan = makePlan({
    runbook: 'services',
    title: 'A change',
    verb: 'Change',
    serverName: 'WIN-PS01',
    destructive: false,
    steps: backupSteps(toKeep, places),
    notes: [],
  });
  const approval = { planId: plan.id, hash: plan.hash };
  const started = await operations.withLock('A change', (lock) =>
    operations.start(plan, approval, {}, {}, lock, seen),
  );
  if (!started.ok) throw new Error(started.problem.what);
  const end = await started.value.ended;
  if (end !== 'done') throw new Error(JSON.stringify(operations.state(started.value.operationId)));
  return started.value.operationId;
}
