import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Problem } from '../../../contract/problem';
import { ProblemView } from './ProblemView';

const useStyles = makeStyles({ root: { scrollMarginTop: '24px', maxWidth: '1040px' } });

/**
 * A problem at the top of a page, brought into view: whoever pressed a button at the end of a long
 * page is led to why nothing happened.
 */
export function ProblemInView({ problem }: { problem: Problem }) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) root.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <div ref={root} className={styles.root}>
      <ProblemView problem={problem} />
    </div>
  );
}
