import { makeStyles, tokens } from '@fluentui/react-components';
import type { Finding } from '../../../contract/runbook';
import { PathText } from '../components/PathText';
import { Status } from '../components/Status';
import { findingTone } from '../components/tones';
import { wizardText } from '../text/wizard';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 32%) minmax(0, 1fr) max-content',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  name: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** What was detected that helps to answer, with its judgement where there is one. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const styles = useStyles();
  const { good, bad } = wizardText.findingWords;
  return (
    <dl className={styles.list}>
      {findings.map(({ label, value, isGood }) => (
        <div key={`${label} ${value}`} className={styles.row}>
          <dt className={styles.name}>
            <PathText text={label} />
          </dt>
          <dd className={styles.value}>
            <PathText text={value} />
          </dd>
          {isGood === null ? null : (
            <dd className={styles.value}>
              <Status tone={findingTone(isGood)} word={isGood ? good : bad} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
