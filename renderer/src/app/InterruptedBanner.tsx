import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { stepNumber } from '../components/operation/progress';
import { useCurrentOperation, useIsShown } from '../state/current-operation';
import { useOperations } from '../state/operations';
import { operationText } from '../text/operation';
import { goOnWith } from '../wizard/open-operation';

const useStyles = makeStyles({
  bar: { maxWidth: '1040px', boxSizing: 'border-box', flexShrink: 0 },
});

/** Tells of an operation that the program's end interrupted, until the admin has chosen. */
export function InterruptedBanner() {
  const styles = useStyles();
  const stop = useOperations((state) => state.stop);
  const operation = useCurrentOperation();
  const isShown = useIsShown(operation);
  if (operation?.status !== 'interrupted' || isShown) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>
          {operationText.interruptedTitle(operation.plan.body.title)}
        </MessageBarTitle>
        {operationText.interruptedText(stepNumber(operation), operation.steps.length)}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void goOnWith(operation)}>{operationText.goOn}</Button>
        <Button onClick={() => void stop(operation.id)}>{operationText.stopHere}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
