import type { OperationState } from '../../../contract/operation';
import { useMaintainTask } from '../state/maintain-task';
import { useNavigation } from '../state/navigation';
import { useOperations } from '../state/operations';
import { wizardOf } from '../state/wizard';
import { pageOfRunbook, wizardNameOf } from './procedures';

/** Shows an operation where it is worked on: in its wizard. */
export async function openOperation(operation: OperationState): Promise<void> {
  const { runbook } = operation.plan.body;
  const name = wizardNameOf(runbook);
  const page = pageOfRunbook(runbook);
  const wizard = wizardOf(name);
  if (!wizard.getState().procedure) await wizard.getState().describe();
  // First the page: coming to Maintain closes a task that has ended, and this one may have.
  useNavigation.getState().go(page);
  wizard.getState().adopt(operation.id, runbook);
  if (page === 'maintain') useMaintainTask.getState().open(name);
}

/** Shows an operation and, when it was interrupted, goes on with it. */
export async function goOnWith(operation: OperationState): Promise<void> {
  await openOperation(operation);
  // One that was being taken back is not gone on with: its page offers to undo the rest.
  if (operation.status === 'interrupted' && !operation.isUndoing) {
    await useOperations.getState().resume(operation.id);
  }
}
