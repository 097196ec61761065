import { makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import { commonText } from '../text/common';

const useStyles = makeStyles({
  rows: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, textAlign: 'right', overflowWrap: 'anywhere' },
  skeleton: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Names and values of a card. */
export function FactRows({ rows }: { rows: readonly (readonly [name: string, value: string])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.rows}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>
            <Text>{value}</Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Holds the room of `rows` lines until the facts are there. */
export function CardSkeleton({ rows }: { rows: number }) {
  const styles = useStyles();
  return (
    <Skeleton className={styles.skeleton} aria-label={commonText.loading}>
      {Array.from({ length: rows }, (_item, index) => `row ${index + 1}`).map((row) => (
        <SkeletonItem key={row} size={20} />
      ))}
    </Skeleton>
  );
}
