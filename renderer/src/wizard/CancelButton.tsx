import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OperationState } from '../../../contract/operation';
import { stepInView } from '../components/operation/progress';
import { isBeingUndone } from '../components/operation/undo';
import { useOperations } from '../state/operations';
import { cancelEffect, operationText } from '../text/operation';

const useStyles = makeStyles({ effect: { color: tokens.colorNeutralForeground2 } });

/** Cancel, with what it does to the step that runs. */
export function CancelButton({ operation }: { operation: OperationState }) {
  const styles = useStyles();
  const cancel = useOperations((state) => state.cancel);
  // The rule of a step is that of its doing; backwards every step is run to its end.
  const isBackwards = isBeingUndone(operation);
  const rule = isBackwards ? 'boundary' : (stepInView(operation)?.step.cancel ?? 'boundary');
  const isAsked = operation.cancelAsked;
  return (
    <>
      <Text className={styles.effect} role="status">
        {isAsked ? operationText.cancelAskedEffect[rule] : cancelEffect[rule]}
      </Text>
      <Button disabled={isAsked || rule === 'never'} onClick={() => void cancel(operation.id)}>
        {isAsked ? operationText.cancelling : operationText.cancel}
      </Button>
    </>
  );
}
