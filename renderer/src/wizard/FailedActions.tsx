import { Button } from '@fluentui/react-components';
import type { OperationState } from '../../../contract/operation';
import { UndoButton } from '../components/operation/UndoButton';
import { useOperations } from '../state/operations';
import { operationText } from '../text/operation';

/** What can be done about a step that failed. */
export function FailedActions({ operation }: { operation: OperationState }) {
  const { retry, stop } = useOperations();
  if (operation.status !== 'failed') return null;
  return (
    <>
      {operation.isUndoing ? null : (
        <Button onClick={() => void retry(operation.id)}>{operationText.retry}</Button>
      )}
      <UndoButton operation={operation} />
      <Button onClick={() => void stop(operation.id)}>{operationText.stopHere}</Button>
    </>
  );
}
