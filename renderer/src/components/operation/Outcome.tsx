import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OperationState } from '../../../../contract/operation';
import { timeText } from '../../text/numbers';
import { wizardText } from '../../text/wizard';
import { useLayout } from '../layout';
import { Panel } from '../Panel';
import { PathText } from '../PathText';
import { CheckResults } from './CheckResults';
import { touchedBy } from './progress';

const useStyles = makeStyles({
  pairs: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  value: { margin: 0 },
});

/** The verified facts of an operation, with their evidence; what was there for a while is left out. */
export function VerifiedFacts({ operation }: { operation: OperationState }) {
  const layout = useLayout();
  const forAWhile = new Set(
    operation.plan.body.steps.filter(({ supports }) => supports.length > 0).map(({ id }) => id),
  );
  const latest = new Map(
    operation.steps
      .filter(({ id }) => !forAWhile.has(id))
      .flatMap(({ checks }) => checks)
      .map((check) => [check.label, check]),
  );
  return (
    <Panel title={wizardText.verified}>
      {latest.size === 0 ? (
        <p className={layout.quiet}>{wizardText.verifiedNone}</p>
      ) : (
        <CheckResults checks={[...latest.values()]} />
      )}
    </Panel>
  );
}

/** What is to be known or done now that it is done, with the time of day where it takes some. */
export function Afterwards({ operation }: { operation: OperationState }) {
  const layout = useLayout();
  const { closedAt, status, plan } = operation;
  const rows = plan.body.afterwards ?? [];
  if (status !== 'done' || closedAt === null || rows.length === 0) return null;
  const timeAfter = (minutes: number) =>
    timeText(new Date(Date.parse(closedAt) + minutes * 60_000).toISOString());
  return (
    <Panel title={wizardText.afterwards}>
      <ul className={layout.plain}>
        {rows.map(({ text, minutes }) => (
          <li key={text}>{text.replace('{time}', timeAfter(minutes))}</li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the finished steps changed on the server. */
export function ChangedThings({ operation }: { operation: OperationState }) {
  const styles = useStyles();
  const layout = useLayout();
  const touches = touchedBy(operation);
  const groups = [
    [wizardText.details.files, touches.files],
    [wizardText.details.registry, touches.registry],
    [wizardText.details.services, touches.services],
  ] as const;
  const shown = groups.filter(([, items]) => items.length > 0);
  return (
    <Panel title={wizardText.changed}>
      {shown.length === 0 ? <p className={layout.quiet}>{wizardText.changedNone}</p> : null}
      <dl className={styles.pairs}>
        {shown.map(([name, items]) => (
          <Pair key={name} name={name} items={items} />
        ))}
      </dl>
    </Panel>
  );
}

function Pair({ name, items }: { name: string; items: readonly string[] }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <>
      <dt>
        <Text weight="semibold">{name}</Text>
      </dt>
      <dd className={styles.value}>
        <ul className={layout.plain}>
          {items.map((item) => (
            <li key={item} className={layout.code}>
              <PathText text={item} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
