import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Words for a screen reader, where the eye has an icon or a place. */
export function Spoken({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return <span className={styles.spoken}>{children}</span>;
}
