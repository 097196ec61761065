import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { OperationState } from '../../../../contract/operation';
import { aboutDuration } from '../../text/numbers';
import { operationStatusWords, operationText } from '../../text/operation';
import { useLayout } from '../layout';
import { Status } from '../Status';
import { operationTones } from '../tones';
import { fractionOf, stepNumber } from './progress';
import { isBeingUndone, undoProgress } from './undo';

const useStyles = makeStyles({
  bar: { outline: `1px solid ${tokens.colorNeutralStroke2}` },
  left: {
    color: tokens.colorNeutralForeground2,
    minHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** The overall bar with the step it stands at and the time left, as far as that is known. */
export function OverallProgress({ operation }: { operation: OperationState }) {
  const styles = useStyles();
  const layout = useLayout();
  const isBackwards = isBeingUndone(operation);
  const { status, secondsLeft, steps, plan } = operation;
  const { undone, total } = undoProgress(operation);
  const hasTime = status === 'running' && secondsLeft !== null && !isBackwards;
  return (
    <div className={layout.tight}>
      <div className={layout.spread}>
        <div className={layout.row}>
          <Status
            tone={operationTones[status]}
            word={isBackwards ? operationText.undo.running : operationStatusWords[status]}
          />
          <Text>
            {isBackwards
              ? operationText.undo.takenBack(undone, total)
              : operationText.stepOf(stepNumber(operation), steps.length)}
          </Text>
        </div>
        <Text className={styles.left}>
          {hasTime ? operationText.timeLeft(aboutDuration(secondsLeft)) : ''}
        </Text>
      </div>
      <ProgressBar
        thickness="large"
        className={styles.bar}
        value={isBackwards ? undone / Math.max(total, 1) : fractionOf(operation)}
        color={status === 'failed' ? 'error' : status === 'done' ? 'success' : 'brand'}
        aria-label={operationText.overall(plan.body.title)}
      />
    </div>
  );
}
