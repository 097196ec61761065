import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OperationState } from '../../../../contract/operation';
import { wizardText } from '../../text/wizard';
import { useLayout } from '../layout';
import { Panel } from '../Panel';
import { PathText } from '../PathText';
import { CheckResults } from './CheckResults';
import { latestFacts, touchedBy } from './progress';

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
  const checks = latestFacts(operation);
  return (
    <Panel title={wizardText.verified}>
      {checks.length === 0 ? (
        <p className={layout.quiet}>{wizardText.verifiedNone}</p>
      ) : (
        <CheckResults checks={checks} />
      )}
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
