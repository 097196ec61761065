import {
  Button,
  makeStyles,
  mergeClasses,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState } from 'react';
import type { OperationState } from '../../../../contract/operation';
import { exactDuration } from '../../text/numbers';
import { operationText, stepStatusWords } from '../../text/operation';
import { useLayout } from '../layout';
import { ProblemView } from '../ProblemView';
import { StatusIcon } from '../Status';
import { stepTones } from '../tones';
import { CheckResults } from './CheckResults';
import { failureToTell, type StepView, stepViews } from './progress';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 96px 80px 24px',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  waiting: { color: tokens.colorNeutralForeground3 },
  wide: { gridColumn: '2 / -1', minWidth: 0 },
  // Holds its line from the start, with digits of one width, so that nothing jumps as it counts.
  milestone: {
    minHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  bar: { outline: `1px solid ${tokens.colorNeutralStroke2}` },
  toggle: { minWidth: '24px', padding: 0, height: '20px' },
  time: { textAlign: 'right', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

interface StepTreeProps {
  operation: OperationState;
}

/** Every step with its state, its time, what its tool last told and what proved it. */
export function StepTree({ operation }: StepTreeProps) {
  const layout = useLayout();
  const isToldAbove = failureToTell(operation) !== null;
  return (
    <ol className={layout.plain} aria-label={operationText.steps}>
      {stepViews(operation).map((view) => (
        <StepItem key={view.step.id} view={view} isToldAbove={isToldAbove} />
      ))}
    </ol>
  );
}

function StepItem({ view, isToldAbove }: { view: StepView; isToldAbove: boolean }) {
  const styles = useStyles();
  const { step, state, number } = view;
  const hasFailed = state.status === 'failed';
  const [isToggled, setToggled] = useState(false);
  const id = useId();
  const hasChecks = state.checks.length > 0;
  // The checks of a failed step are what to read; those of others are there when wanted.
  const isOpen = hasChecks && isToggled !== hasFailed;
  return (
    <li
      className={mergeClasses(styles.item, state.status === 'waiting' && styles.waiting)}
      aria-current={state.status === 'running' ? 'step' : undefined}
    >
      <StatusIcon tone={stepTones[state.status]} />
      <Text weight={state.status === 'running' ? 'semibold' : 'regular'}>
        {number}. {step.title}
      </Text>
      <Text>{stepStatusWords[state.status]}</Text>
      <Text className={styles.time}>
        {state.seconds === null ? '' : exactDuration(state.seconds)}
      </Text>
      {hasChecks ? (
        <Button
          appearance="subtle"
          size="small"
          className={styles.toggle}
          aria-label={operationText.checksOf(step.title)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          onClick={() => setToggled(!isToggled)}
        />
      ) : (
        <span />
      )}
      {state.status === 'running' ? <Milestone view={view} /> : null}
      {hasFailed && state.problem && !isToldAbove ? (
        <div className={styles.wide}>
          <ProblemView problem={state.problem} />
        </div>
      ) : null}
      {isOpen ? (
        <div className={styles.wide} id={id}>
          <CheckResults checks={state.checks} />
        </div>
      ) : null}
    </li>
  );
}

/** What the running tool last told, in words and, where it counts, as a bar. */
function Milestone({ view: { step, state } }: { view: StepView }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div className={mergeClasses(styles.wide, layout.tight)}>
      <Text className={styles.milestone}>{state.milestone}</Text>
      {state.fraction === null ? null : (
        <ProgressBar
          className={styles.bar}
          value={state.fraction}
          aria-label={operationText.milestoneOf(step.title)}
        />
      )}
    </div>
  );
}
