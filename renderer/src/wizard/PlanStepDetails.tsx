import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeAction } from '../../../contract/describe-action';
import type { PlanStep } from '../../../contract/plan';
import { CopyText } from '../components/CopyText';
import { useLayout } from '../components/layout';
import { PathText } from '../components/PathText';
import { wizardText } from '../text/wizard';

const text = wizardText.details;
const useStyles = makeStyles({
  pairs: {
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    width: '100%',
  },
  value: { margin: 0, minWidth: 0 },
});

function undoInWords({ undo, touches }: PlanStep): string {
  const { files, registry, services } = touches;
  if (files.length + registry.length + services.length === 0) return text.undoNothing;
  switch (undo.kind) {
    case 'automatic':
      return undo.how;
    case 'action':
      return text.undoAction(undo.how);
    case 'none':
      return text.undoNone(undo.because);
  }
}

/** Everything there is to know of a step before it is approved. */
export function PlanStepDetails({ step }: { step: PlanStep }) {
  const styles = useStyles();
  const { touches, checks } = step;
  const command = describeAction(step.action);
  return (
    <dl className={styles.pairs}>
      <Pair name={text.command}>
        {command === '' ? (
          <Text>{wizardText.onlyLooks}</Text>
        ) : (
          <CopyText text={command} label={text.command} />
        )}
      </Pair>
      <Things name={text.files} items={touches.files} isCode />
      <Things name={text.registry} items={touches.registry} isCode />
      <Things name={text.services} items={touches.services} isCode />
      <Pair name={text.undo}>
        <Text>{undoInWords(step)}</Text>
      </Pair>
      <Pair name={text.cancel}>
        <Text>{text.cancelRules[step.cancel]}</Text>
      </Pair>
      <Pair name={text.restart}>
        <Text>{text.restartWords[step.restart]}</Text>
      </Pair>
      {checks.length === 0 ? (
        <Pair name={text.checks}>
          <Text>{text.noChecks}</Text>
        </Pair>
      ) : (
        <Things name={text.checks} items={checks.map(({ label }) => label)} />
      )}
      {step.skipWhen.length > 0 ? (
        <Pair name={text.leftOut}>
          <Text>{text.skip}</Text>
        </Pair>
      ) : null}
    </dl>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <Text weight="semibold">{name}</Text>
      </dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}

interface ThingsProps {
  name: string;
  items: readonly string[];
  isCode?: boolean;
}

function Things({ name, items, isCode }: ThingsProps) {
  const layout = useLayout();
  if (items.length === 0) return null;
  return (
    <Pair name={name}>
      <ul className={layout.plain}>
        {items.map((item) => (
          <li key={item} className={isCode ? layout.code : undefined}>
            {isCode ? <PathText text={item} /> : item}
          </li>
        ))}
      </ul>
    </Pair>
  );
}
