import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Precondition } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { Panel } from '../components/Panel';
import { StatusIcon } from '../components/Status';
import { verdictTones } from '../components/tones';
import { wizardText } from '../text/wizard';
import { Pairs } from './Pairs';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
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
  const { verdict, title, found, needed, why, mend } = precondition;
  const isPassed = verdict === 'passed';
  const pairs = [
    { name: wizardText.found, value: found },
    ...(isPassed ? [] : [{ name: wizardText.neededValue, value: needed }]),
    { name: wizardText.why, value: why },
    ...(isPassed ? [] : [{ name: wizardText.mend, value: mend }]),
  ];
  return (
    <li className={styles.item}>
      <StatusIcon tone={verdictTones[verdict]} />
      <div className={layout.tight}>
        <Text weight={isPassed ? 'regular' : 'semibold'}>{title}</Text>
        <Pairs pairs={pairs} isQuiet={isPassed} />
      </div>
    </li>
  );
}
