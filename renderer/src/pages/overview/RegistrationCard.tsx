import { Certificate20Regular } from '@fluentui/react-icons/svg/certificate';
import type { ServerFacts } from '../../../../contract/facts';
import { isGalleryServer } from '../../../../contract/gallery-image';
import { CardSkeleton, FactRows } from '../../components/FactRows';
import { Panel } from '../../components/Panel';
import { Status } from '../../components/Status';
import { dateText } from '../../text/numbers';
import { overviewText } from '../../text/overview';
import { standingOf } from './standing';

const text = overviewText.registration;

/** Whom this server is registered with and how long its certificate holds. */
export function RegistrationCard({ facts }: { facts: ServerFacts | null }) {
  return (
    <Panel title={overviewText.cards.registration} icon={<Certificate20Regular aria-hidden />}>
      {facts ? (
        <>
          {isLeftOver(facts) ? (
            <Status tone="waiting" word={text.leftOver} />
          ) : facts.registration.registered ? (
            <Status tone="good" word={text.yes} />
          ) : (
            <Status tone="waiting" word={isGalleryServer(facts) ? text.onImage : text.none} />
          )}
          <FactRows rows={rowsOf(facts)} />
        </>
      ) : (
        <CardSkeleton rows={4} />
      )}
    </Panel>
  );
}

/** After the product is removed its registration and certificate can stay: they register nothing. */
const isLeftOver = (facts: ServerFacts) =>
  facts.registration.registered && standingOf(facts) === 'none';

function rowsOf({ configuration, registration }: ServerFacts): (readonly [string, string])[] {
  const { csAddress, csPort, dataPort } = configuration;
  const server = csAddress && csPort ? `${csAddress}:${csPort}` : csAddress;
  const { validUntil } = registration;
  return [
    ...(server ? [[text.configurationServer, server] as const] : []),
    ...(dataPort ? [[text.dataPort, dataPort] as const] : []),
    ...(validUntil ? [[text.certificate, dateText(validUntil)] as const] : []),
  ];
}
