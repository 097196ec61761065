import { useStore } from 'zustand';
import type { OperationState } from '../../../contract/operation';
import { pageOfRunbook, SET_UP, wizardNameOf } from '../wizard/procedures';
import { useMaintainTask } from './maintain-task';
import { useNavigation } from './navigation';
import { useOperations } from './operations';
import { wizardOf } from './wizard';

/** The operation that main calls the current one; null when there is none. */
export function useCurrentOperation(): OperationState | null {
  return useOperations(({ currentId, byId }) =>
    currentId === null ? null : (byId[currentId] ?? null),
  );
}

/** True while the page that is shown is the one of this operation. */
export function useIsShown(operation: OperationState | null): boolean {
  const page = useNavigation((state) => state.page);
  const task = useMaintainTask((state) => state.task);
  const runbook = operation?.plan.body.runbook ?? SET_UP;
  const name = wizardNameOf(runbook);
  const isInWizard = useStore(wizardOf(name), ({ operationId, preparationId }) =>
    operation ? [operationId, preparationId].includes(operation.id) : false,
  );
  const isOpen = page !== 'maintain' || task === name;
  return isInWizard && isOpen && page === pageOfRunbook(runbook);
}
