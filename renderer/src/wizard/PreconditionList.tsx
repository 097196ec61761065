import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useState } from 'react';
import type { Precondition } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { Panel } from '../components/Panel';
import { StatusIcon } from '../components/Status';
import { verdictTones } from '../components/tones';
import { wizardText } from '../text/wizard';
import { FilledPairs } from './FilledPairs';
import { openProcedure } from './tasks';

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

type Verdict = Precondition['verdict'];

const titles: Readonly<Record<Verdict, string>> = {
  blocks: wizardText.blocks,
  warns: wizardText.warnings,
  passed: wizardText.passed,
};

/** What needs attention, what blocks first. */
export const TO_BE_READ: readonly Verdict[] = ['blocks', 'warns'];

interface PreconditionListProps {
  preconditions: readonly Precondition[];
  /** The groups to show, in this order. */
  verdicts?: readonly Verdict[];
}

/** Conditions in groups; what needs attention lies open, and what passed when it stands alone. */
export function PreconditionList({ preconditions, verdicts = TO_BE_READ }: PreconditionListProps) {
  const isClean = preconditions.every(({ verdict }) => verdict === 'passed');
  return verdicts.map((verdict) => {
    const group = preconditions.filter((item) => item.verdict === verdict);
    if (group.length === 0) return null;
    const title = `${titles[verdict]} (${group.length})`;
    return verdict === 'passed' ? (
      <FoldedGroup
        key={`${verdict} ${isClean}`}
        title={title}
        group={group}
        isOpenFirst={isClean}
      />
    ) : (
      <Panel key={verdict} title={title}>
        <Group group={group} />
      </Panel>
    );
  });
}

interface FoldedGroupProps {
  title: string;
  group: readonly Precondition[];
  isOpenFirst: boolean;
}

function FoldedGroup({ title, group, isOpenFirst }: FoldedGroupProps) {
  const [isOpen, setOpen] = useState(isOpenFirst);
  return (
    <Panel
      title={title}
      actions={
        <Button
          appearance="subtle"
          size="small"
          aria-expanded={isOpen}
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          onClick={() => setOpen(!isOpen)}
        >
          {wizardText.showPassed}
        </Button>
      }
    >
      {isOpen ? <Group group={group} /> : null}
    </Panel>
  );
}

function Group({ group }: { group: readonly Precondition[] }) {
  const layout = useLayout();
  return (
    <ul className={layout.plain}>
      {group.map((item) => (
        <PreconditionItem key={item.id} precondition={item} />
      ))}
    </ul>
  );
}

function PreconditionItem({ precondition }: { precondition: Precondition }) {
  const styles = useStyles();
  const layout = useLayout();
  const { verdict, title, found, needed, why, mend, leadsTo } = precondition;
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
        <FilledPairs pairs={pairs} isQuiet={isPassed} />
        {leadsTo ? (
          <div>
            <Button onClick={() => openProcedure(leadsTo.procedure)}>{leadsTo.label}</Button>
          </div>
        ) : null}
      </div>
    </li>
  );
}
