import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { OperationState } from '../../../contract/operation';
import { fractionOf, stepNumber } from '../components/operation/progress';
import { isBeingUndone, undoProgress } from '../components/operation/undo';
import { StatusIcon } from '../components/Status';
import { useCurrentOperation, useIsShown } from '../state/current-operation';
import { commonText } from '../text/common';
import { frameText } from '../text/frame';
import { aboutDuration } from '../text/numbers';
import { operationText } from '../text/operation';
import { openOperation } from '../wizard/open-operation';

const useStyles = makeStyles({
  bar: {
    gridArea: 'bottom',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    outlineStyle: 'none',
    minWidth: 0,
  },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    flexShrink: 0,
    maxWidth: '40%',
  },
  fact: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  progress: {
    flexGrow: 1,
    minWidth: '80px',
    outline: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The running operation, at the bottom of every page but its own. */
export function OperationBar() {
  const operation = useCurrentOperation();
  const isShown = useIsShown(operation);
  if (operation?.status !== 'running' || isShown) return null;
  return <Bar operation={operation} />;
}

function Bar({ operation }: { operation: OperationState }) {
  const styles = useStyles();
  const isBackwards = isBeingUndone(operation);
  const { undone, total } = undoProgress(operation);
  const { title } = operation.plan.body;
  return (
    <section
      className={styles.bar}
      aria-label={frameText.regionOperation}
      data-region="operation"
      tabIndex={-1}
    >
      <StatusIcon tone="busy" />
      <Text weight="semibold" className={styles.title}>
        {title}
      </Text>
      <Text className={styles.fact}>
        {isBackwards
          ? operationText.undo.takenBack(undone, total)
          : operationText.stepOf(stepNumber(operation), operation.steps.length)}
      </Text>
      <ProgressBar
        className={styles.progress}
        value={isBackwards ? undone / Math.max(total, 1) : fractionOf(operation)}
        aria-label={operationText.overall(title)}
      />
      {operation.secondsLeft === null || isBackwards ? null : (
        <Text className={styles.fact}>
          {operationText.timeLeft(aboutDuration(operation.secondsLeft))}
        </Text>
      )}
      <Button size="small" onClick={() => void openOperation(operation)}>
        {commonText.open}
      </Button>
    </section>
  );
}
