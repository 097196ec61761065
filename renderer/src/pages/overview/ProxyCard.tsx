import { Globe20Regular } from '@fluentui/react-icons/svg/globe';
import type { ServerFacts } from '../../../../contract/facts';
import { CardSkeleton, FactRows } from '../../components/FactRows';
import { Panel } from '../../components/Panel';
import { Status } from '../../components/Status';
import { overviewText } from '../../text/overview';
import { agreementOf, proxyPlaces } from './proxy-words';

/** How this server reaches Azure, as each place with a proxy setting says. */
export function ProxyCard({ facts }: { facts: ServerFacts | null }) {
  return (
    <Panel title={overviewText.cards.proxy} icon={<Globe20Regular aria-hidden />}>
      {facts ? <Places facts={facts} /> : <CardSkeleton rows={3} />}
    </Panel>
  );
}

function Places({ facts }: { facts: ServerFacts }) {
  const places = proxyPlaces(facts);
  const agreement = agreementOf(places);
  return (
    <>
      {agreement ? <Status tone={agreement.tone} word={agreement.word} /> : null}
      <FactRows rows={places.map(({ place, words }) => [place, words] as const)} />
    </>
  );
}
