import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { OperationState } from '../../../../contract/operation';
import type { Problem } from '../../../../contract/problem';
import type { Remains, WayOn } from '../../../../contract/remains';
import { problemOf, request } from '../../state/client';
import { operationText } from '../../text/operation';
import { SET_UP } from '../../wizard/procedures';
import { CopyText } from '../CopyText';
import { CardSkeleton } from '../FactRows';
import { useLayout } from '../layout';
import { Panel } from '../Panel';
import { PathText } from '../PathText';
import { ProblemView } from '../ProblemView';
import { StatusIcon, type Tone } from '../Status';
import { isHalfWay } from './progress';

const text = operationText.remains;
const SKELETON_ROWS = 6;

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: tokens.spacingHorizontalXL,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    overflowWrap: 'anywhere',
  },
  heading: { margin: 0 },
  way: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface RemainsPanelProps {
  operation: OperationState;
  /** Only what is there, without the ways on. */
  isShort?: boolean;
  /** The button of a way on that this program goes by itself; null for none. */
  actionOf?: (kind: WayOn['kind']) => ReactNode;
}

/** True when what is there of the product tells how to go on: of small tasks nothing remains. */
export const tellsWhatRemains = (operation: OperationState): boolean =>
  isHalfWay(operation) && operation.plan.body.runbook === SET_UP;

/** What an operation that stopped half-way left on the server, and the ways on from there. */
export function RemainsPanel({ operation, ...rest }: RemainsPanelProps) {
  const { id, status } = operation;
  if (!tellsWhatRemains(operation)) return null;
  return <LoadedRemains key={`${id} ${status}`} operationId={id} {...rest} />;
}

interface LoadedRemainsProps extends Omit<RemainsPanelProps, 'operation'> {
  operationId: string;
}

function LoadedRemains({ operationId, ...rest }: LoadedRemainsProps) {
  const [remains, setRemains] = useState<Remains | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let isHere = true;
    request('operation.remains', { operationId }).then(
      (answer) => isHere && setRemains(answer),
      (error: unknown) => isHere && setProblem(problemOf(error)),
    );
    return () => {
      isHere = false;
    };
  }, [operationId]);
  return (
    <Panel title={text.title}>
      {problem ? <ProblemView problem={problem} /> : null}
      {remains ? (
        <RemainsView remains={remains} {...rest} />
      ) : problem ? null : (
        <CardSkeleton rows={SKELETON_ROWS} />
      )}
    </Panel>
  );
}

interface RemainsViewProps extends Omit<RemainsPanelProps, 'operation'> {
  remains: Remains;
}

function RemainsView({ remains, actionOf, isShort = false }: RemainsViewProps) {
  const styles = useStyles();
  const layout = useLayout();
  const { there, missing, waysOn } = remains;
  return (
    <>
      <div className={styles.columns}>
        <Things title={text.there} items={there} none={text.nothingThere} tone="good" />
        <Things title={text.missing} items={missing} none={text.nothingMissing} tone="stopped" />
      </div>
      {waysOn.length > 0 && !isShort ? (
        <div className={layout.stack}>
          <Text as="h3" weight="semibold" className={styles.heading}>
            {text.waysOn}
          </Text>
          <ul className={layout.plain}>
            {waysOn.map((way) => (
              <li key={`${way.kind} ${way.title}`} className={styles.way}>
                <Text weight="semibold">{way.title}</Text>
                <p className={layout.text}>{way.meaning}</p>
                {way.commands.length > 0 ? (
                  <CopyText text={way.commands.join('\n')} label={text.commands(way.title)} />
                ) : null}
                <div className={layout.row}>{actionOf?.(way.kind)}</div>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

interface ThingsProps {
  title: string;
  items: readonly string[];
  none: string;
  tone: Tone;
}

function Things({ title, items, none, tone }: ThingsProps) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div className={layout.tight}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {title}
      </Text>
      {items.length === 0 ? <p className={layout.quiet}>{none}</p> : null}
      <ul className={layout.plain}>
        {items.map((item) => (
          <li key={item} className={styles.item}>
            <StatusIcon tone={tone} />
            <Text>
              <PathText text={item} />
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
