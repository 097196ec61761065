import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ToolWindow } from '../../../../contract/plan';
import { operationText } from '../../text/operation';
import { CopyText } from '../CopyText';
import { useLayout } from '../layout';

const useStyles = makeStyles({
  values: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 220px) minmax(0, 320px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'center',
    margin: 0,
    paddingTop: tokens.spacingVerticalS,
  },
  row: { display: 'contents' },
  value: { margin: 0, minWidth: 0 },
});

/** What a person enters in the window of a program, each value ready to copy; secrets are not shown. */
export function WindowValues({ window }: { window: ToolWindow }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <dl className={styles.values} aria-label={operationText.windowValues}>
      {window.values.map(({ label, value, hint }) => (
        <div key={label} className={styles.row}>
          <dt>
            <Text weight="semibold">{label}</Text>
          </dt>
          <dd className={styles.value}>
            {value === null ? (
              <Text>{operationText.typeYourself}</Text>
            ) : (
              <CopyText text={value} label={label} />
            )}
          </dd>
          <dd className={styles.value}>
            <Text className={layout.quiet}>{hint}</Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}
