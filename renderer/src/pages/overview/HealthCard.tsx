import { makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import { HeartPulse20Regular } from '@fluentui/react-icons/svg/heart-pulse';
import { useEffect } from 'react';
import type { LoadSample } from '../../../../contract/facts';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { Spoken } from '../../components/Spoken';
import { Status } from '../../components/Status';
import { followLoad, useLoad } from '../../state/load';
import { commonText } from '../../text/common';
import { timeText } from '../../text/numbers';
import { overviewText } from '../../text/overview';
import { MEASURES, type Measure, measured } from './measures';
import { Sparkline } from './Sparkline';

const text = overviewText.health;
const useStyles = makeStyles({
  cells: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { height: '28px', margin: 0 },
  line: { margin: 0 },
  note: { minHeight: '20px' },
});

/** How busy this server is and was in the last 15 minutes. */
export function HealthCard() {
  const styles = useStyles();
  const layout = useLayout();
  const { samples, problem } = useLoad();
  useEffect(followLoad, []);
  const newest = samples?.at(-1);
  return (
    <Panel title={overviewText.cards.health} icon={<HeartPulse20Regular aria-hidden />}>
      <dl className={styles.cells}>
        {MEASURES.map((measure) => (
          <Cell key={measure.name} measure={measure} samples={samples ?? (problem ? [] : null)} />
        ))}
      </dl>
      <div className={styles.note}>
        {problem ? (
          <Status tone="unknown" word={problem.what} />
        ) : newest ? (
          <Text size={200} className={layout.quiet}>
            {text.lookedAt(timeText(newest.at))}
          </Text>
        ) : null}
      </div>
    </Panel>
  );
}

interface CellProps {
  measure: Measure;
  /** null: not asked yet. */
  samples: readonly LoadSample[] | null;
}

function Cell({ measure, samples }: CellProps) {
  const styles = useStyles();
  const layout = useLayout();
  const { values, top, now, words } = measured(measure, samples ?? []);
  return (
    <div className={layout.tight}>
      <dt className={styles.name}>{measure.name}</dt>
      <dd className={styles.value}>
        {samples === null ? (
          <Skeleton aria-label={commonText.loading}>
            <SkeletonItem size={28} />
          </Skeleton>
        ) : (
          <Text size={500} weight="semibold">
            {now ?? <Nothing isMeasured={samples.length > 0} />}
          </Text>
        )}
      </dd>
      <dd className={styles.line}>
        <Sparkline
          values={values}
          top={top}
          words={words}
          instead={samples?.length === 0 ? text.noSamples : ''}
        />
      </dd>
    </div>
  );
}

/** Of all measures only the cache can be missing in a sample: without a process server. */
function Nothing({ isMeasured }: { isMeasured: boolean }) {
  return (
    <>
      <span aria-hidden>{text.nothing}</span>
      {isMeasured ? <Spoken>{text.noCache}</Spoken> : null}
    </>
  );
}
