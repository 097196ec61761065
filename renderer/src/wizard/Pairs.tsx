import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  pairs: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface PairsProps {
  pairs: readonly { name: string; value: string }[];
  isQuiet?: boolean;
}

/** Names and values beneath each other; what has no value is left out. */
export function Pairs({ pairs, isQuiet = false }: PairsProps) {
  const styles = useStyles();
  return (
    <dl className={mergeClasses(styles.pairs, isQuiet && styles.quiet)}>
      {pairs
        .filter(({ value }) => value !== '')
        .map(({ name, value }) => (
          <Pair key={name} name={name} value={value} />
        ))}
    </dl>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
