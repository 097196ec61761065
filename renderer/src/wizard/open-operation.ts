import type { OperationState } from '../../../contract/operation';
import { useNavigation } from '../state/navigation';
import { useOperations } from '../state/operations';
import { wizardOf } from '../state/wizard';
import { SET_UP } from './procedures';

/** Shows an operation where it is worked on: in its wizard. */
export async function openOperation(operation: OperationState): Promise<void> {
  const wizard = wizardOf(SET_UP);
  if (!wizard.getState().procedure) await wizard.getState().describe();
  wizard.getState().adopt(operation.id, operation.plan.body.runbook);
  useNavigation.getState().go('setUp');
}

/** Shows an operation and, when it was interrupted, goes on with it. */
export async function goOnWith(operation: OperationState): Promise<void> {
  await openOperation(operation);
  if (operation.status === 'interrupted') await useOperations.getState().resume(operation.id);
}
