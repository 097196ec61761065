import {
  Button,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState } from 'react';
import type { Plan, PlanStep } from '../../../contract/plan';
import { useLayout } from '../components/layout';
import { PathText } from '../components/PathText';
import { Spoken } from '../components/Spoken';
import { Status } from '../components/Status';
import { shortDuration } from '../text/numbers';
import { wizardText } from '../text/wizard';
import { PlanStepDetails } from './PlanStepDetails';
import { touchesInWords } from './plan-words';

const useStyles = makeStyles({
  table: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  toggle: { width: '32px', paddingRight: 0 },
  time: { width: '92px' },
  touches: { width: '32%' },
  cell: {
    verticalAlign: 'top',
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    height: 'auto',
    overflowWrap: 'anywhere',
  },
  row: { ':hover': { backgroundColor: 'transparent', color: tokens.colorNeutralForeground1 } },
  button: { paddingTop: tokens.spacingVerticalS },
  details: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL} 48px`,
    height: 'auto',
  },
});

/** The steps of a plan in order; each opens to everything there is to know of it. */
export function PlanTable({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const noReturn = plan.body.steps.find(({ cancel }) => cancel === 'never');
  return (
    <Table className={styles.table} aria-label={plan.body.title}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.toggle}>
            <Spoken>{wizardText.columns.details}</Spoken>
          </TableHeaderCell>
          <TableHeaderCell>{wizardText.columns.step}</TableHeaderCell>
          <TableHeaderCell className={styles.time}>{wizardText.columns.time}</TableHeaderCell>
          <TableHeaderCell className={styles.touches}>{wizardText.columns.touches}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {plan.body.steps.map((step, index) => (
          <PlanRow
            key={step.id}
            step={step}
            number={index + 1}
            isPointOfNoReturn={step.id === noReturn?.id}
          />
        ))}
      </TableBody>
    </Table>
  );
}

interface PlanRowProps {
  step: PlanStep;
  number: number;
  isPointOfNoReturn: boolean;
}

function PlanRow({ step, number, isPointOfNoReturn }: PlanRowProps) {
  const styles = useStyles();
  const layout = useLayout();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <TableRow className={styles.row}>
        <TableCell className={mergeClasses(styles.cell, styles.toggle, styles.button)}>
          <Button
            appearance="subtle"
            size="small"
            aria-label={wizardText.expand(step.title)}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
            onClick={() => setOpen(!isOpen)}
          />
        </TableCell>
        <TableCell className={styles.cell}>
          <div className={layout.tight}>
            <Text weight="semibold">
              {number}. {step.title}
            </Text>
            <Text className={layout.quiet}>{step.reason}</Text>
            {isPointOfNoReturn ? <Status tone="warning" word={wizardText.pointOfNoReturn} /> : null}
          </div>
        </TableCell>
        <TableCell className={mergeClasses(styles.cell, styles.time)}>
          {shortDuration(step.usualSeconds)}
        </TableCell>
        <TableCell className={mergeClasses(styles.cell, styles.touches)}>
          <PathText text={touchesInWords(step.touches)} />
        </TableCell>
      </TableRow>
      {isOpen ? (
        <TableRow id={id} className={styles.row}>
          <TableCell colSpan={4} className={styles.details}>
            <PlanStepDetails step={step} />
          </TableCell>
        </TableRow>
      ) : null}
    </>
  );
}
