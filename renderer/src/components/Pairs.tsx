import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  pairs: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    width: '100%',
  },
  aligned: { gridTemplateColumns: '112px minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXS },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

interface PairsProps {
  children: ReactNode;
  /** The same width of names in each of several lists beneath each other. */
  isAligned?: boolean;
  isQuiet?: boolean;
}

/** Names and values in two columns, to be filled with `Pair`. */
export function Pairs({ children, isAligned = false, isQuiet = false }: PairsProps) {
  const styles = useStyles();
  return (
    <dl
      className={mergeClasses(styles.pairs, isAligned && styles.aligned, isQuiet && styles.quiet)}
    >
      {children}
    </dl>
  );
}

/** One name and its value. */
export function Pair({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}
