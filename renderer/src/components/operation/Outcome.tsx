import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OperationState } from '../../../../contract/operation';
import type { PlanStep } from '../../../../contract/plan';
import { wizardText } from '../../text/wizard';
import { useLayout } from '../layout';
import { Panel } from '../Panel';
import { PathText } from '../PathText';
import { CheckResults } from './CheckResults';
import { latestFacts, perhapsTouchedBy, touchedBy } from './progress';

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

/** What the finished steps changed on the server, and what one that was broken off may have. */
export function ChangedThings({ operation }: { operation: OperationState }) {
  const layout = useLayout();
  const sure = shownOf(touchedBy(operation));
  const perhaps = shownOf(perhapsTouchedBy(operation));
  return (
    <>
      <Panel title={wizardText.changed}>
        {sure.length === 0 ? <p className={layout.quiet}>{wizardText.changedNone}</p> : null}
        <TouchedPairs shown={sure} />
      </Panel>
      {perhaps.length === 0 ? null : (
        <Panel title={wizardText.changedPerhaps}>
          <p className={layout.quiet}>{wizardText.changedPerhapsText}</p>
          <TouchedPairs shown={perhaps} />
        </Panel>
      )}
    </>
  );
}

type Shown = readonly (readonly [name: string, items: readonly string[]])[];

function shownOf({ files, registry, services }: PlanStep['touches']): Shown {
  const groups = [
    [wizardText.details.files, files],
    [wizardText.details.registry, registry],
    [wizardText.details.services, services],
  ] as const;
  return groups.filter(([, items]) => items.length > 0);
}

function TouchedPairs({ shown }: { shown: Shown }) {
  const styles = useStyles();
  return (
    <dl className={styles.pairs}>
      {shown.map(([name, items]) => (
        <Pair key={name} name={name} items={items} />
      ))}
    </dl>
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
