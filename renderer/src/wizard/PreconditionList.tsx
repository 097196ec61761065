import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Precondition } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { Panel } from '../components/Panel';
import { StatusIcon } from '../components/Status';
import { verdictTones } from '../components/tones';
import { wizardText } from '../text/wizard';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  pairs: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

const groups = [
  ['blocks', wizardText.blocks],
  ['warns', wizardText.warnings],
  ['passed', wizardText.passed],
] as const;

interface PreconditionListProps {
  preconditions: readonly Precondition[];
  hidePassed?: boolean;
}

/** Conditions in groups, what blocks first. */
export function PreconditionList({ preconditions, hidePassed }: PreconditionListProps) {
  const layout = useLayout();
  return groups.map(([verdict, title]) => {
    const group = preconditions.filter((item) => item.verdict === verdict);
    if (group.length === 0 || (hidePassed && verdict === 'passed')) return null;
    return (
      <Panel key={verdict} title={`${title} (${group.length})`}>
        <ul className={layout.plain}>
          {group.map((item) => (
            <PreconditionItem key={item.id} precondition={item} />
          ))}
        </ul>
      </Panel>
    );
  });
}

function PreconditionItem({ precondition }: { precondition: Precondition }) {
  const styles = useStyles();
  const layout = useLayout();
  const { verdict, title, found, needed, mend } = precondition;
  const isPassed = verdict === 'passed';
  const pairs = [
    { name: wizardText.found, value: found },
    ...(isPassed ? [] : [{ name: wizardText.neededValue, value: needed }]),
    ...(isPassed || mend === '' ? [] : [{ name: wizardText.mend, value: mend }]),
  ];
  return (
    <li className={styles.item}>
      <StatusIcon tone={verdictTones[verdict]} />
      <div className={layout.tight}>
        <Text weight="semibold">{title}</Text>
        <dl className={styles.pairs}>
          {pairs.map(({ name, value }) => (
            <Pair key={name} name={name} value={value} />
          ))}
        </dl>
      </div>
    </li>
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
