import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OperationState } from '../../../../contract/operation';
import { operationText } from '../../text/operation';
import { CopyText } from '../CopyText';
import { useLayout } from '../layout';
import { Panel } from '../Panel';
import { stepViews } from './progress';

const useStyles = makeStyles({
  values: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 220px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    margin: 0,
  },
  row: { display: 'contents' },
  value: { margin: 0, maxWidth: '480px' },
});

/**
 * What a person enters in the window of a program that is open now, each value ready to copy;
 * secrets are not shown. Above the steps, because it is the person's turn.
 */
export function WindowValues({ operation }: { operation: OperationState }) {
  const styles = useStyles();
  const layout = useLayout();
  const running = stepViews(operation).find(({ state }) => state.status === 'running');
  const action = running?.step.action;
  if (!running || action?.kind !== 'run' || !action.window) return null;
  return (
    <Panel title={running.step.title}>
      {running.state.milestone ? <Text>{running.state.milestone}</Text> : null}
      <dl className={styles.values} aria-label={operationText.windowValues}>
        {action.window.values.map(({ label, value, hint }) => (
          <div key={label} className={styles.row}>
            <dt>
              <Text weight="semibold">{label}</Text>
            </dt>
            <dd className={styles.value}>
              {value === null ? null : <CopyText text={value} label={label} />}
              <Text block className={value === null ? undefined : layout.quiet}>
                {hint}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
