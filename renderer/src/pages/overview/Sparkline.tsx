import { makeStyles, tokens } from '@fluentui/react-components';
import { type Measured, sparklineRuns } from './sparkline-runs';

const WIDTH = 120;
const HEIGHT = 28;

const useStyles = makeStyles({
  box: {
    height: `${HEIGHT}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${HEIGHT}px`,
  },
  drawing: { display: 'block', width: '100%', height: '100%', overflow: 'visible' },
  line: {
    fill: 'none',
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '2px',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    vectorEffect: 'non-scaling-stroke',
  },
});

interface SparklineProps {
  values: readonly Measured[];
  /** The value at the upper edge. */
  top: number;
  /** What the line shows, in words. */
  words: string;
  /** What stands there while there is nothing to draw. */
  instead: string;
}

/** The last 15 minutes as a line; keeps its room while there is nothing to draw. */
export function Sparkline({ values, top, words, instead }: SparklineProps) {
  const styles = useStyles();
  const runs = sparklineRuns(values, { width: WIDTH, height: HEIGHT, top });
  if (runs.length === 0) {
    return <div className={styles.box}>{instead}</div>;
  }
  return (
    <div className={styles.box}>
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        {runs.map((points) => (
          <polyline key={points} className={styles.line} points={points} />
        ))}
      </svg>
    </div>
  );
}
