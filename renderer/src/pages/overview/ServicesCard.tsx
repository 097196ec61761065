import { Apps20Regular } from '@fluentui/react-icons/svg/apps';
import type { ServerFacts } from '../../../../contract/facts';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { Status } from '../../components/Status';
import { overviewText } from '../../text/overview';
import { productServices, restingServices, stoppedServices } from './standing';

const text = overviewText.services;

/** How many services run, and by name those that were not seen running. */
export function ServicesCard({ facts }: { facts: ServerFacts | null }) {
  return (
    <Panel title={overviewText.cards.services} icon={<Apps20Regular aria-hidden />}>
      {facts ? <ServiceStates facts={facts} /> : <CardSkeleton rows={4} />}
    </Panel>
  );
}

/** The count of those that run, and the others by name. */
export function ServiceStates({ facts }: { facts: ServerFacts }) {
  const layout = useLayout();
  const services = productServices(facts);
  if (services.length === 0) return <Status tone="waiting" word={text.none} />;
  const running = services.filter(({ state }) => state === 'running').length;
  const stopped = stoppedServices(facts);
  const isDown = stopped.some(({ state }) => state !== 'unknown');
  return (
    <>
      <Status
        tone={isDown ? 'bad' : stopped.length > 0 ? 'unknown' : 'good'}
        word={text.running(running, services.length)}
      />
      <ul className={layout.plain}>
        {stopped.map(({ name, state }) => (
          <li key={name}>
            <Status
              tone={state === 'unknown' ? 'unknown' : 'bad'}
              word={`${name}: ${text.state[state]}`}
            />
          </li>
        ))}
        {restingServices(facts).map(({ name, state }) => (
          <li key={name}>
            <Status tone="waiting" word={`${name}: ${text.atRest(text.state[state])}`} />
          </li>
        ))}
      </ul>
    </>
  );
}
