import { useStore } from 'zustand';
import type { OperationState } from '../../../contract/operation';
import { SET_UP } from '../wizard/procedures';
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
  const isInWizard = useStore(wizardOf(SET_UP), ({ operationId, preparationId }) =>
    operation ? [operationId, preparationId].includes(operation.id) : false,
  );
  return page === 'setUp' && isInWizard;
}
