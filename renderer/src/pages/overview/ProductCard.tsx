import { Button } from '@fluentui/react-components';
import { Box20Regular } from '@fluentui/react-icons/svg/box';
import type { PreparedPackage, ServerFacts } from '../../../../contract/facts';
import { isGalleryServer } from '../../../../contract/gallery-image';
import { CardSkeleton, FactRows } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { useNavigation } from '../../state/navigation';
import { frameText } from '../../text/frame';
import { overviewText } from '../../text/overview';

const text = overviewText.product;

/** The parts of the product with their versions, and how many set-up files are kept. */
export function ProductCard({ facts }: { facts: ServerFacts | null }) {
  const layout = useLayout();
  const go = useNavigation((state) => state.go);
  const version = (part: string | null | undefined) => part ?? text.absent;
  const isImage = facts !== null && isGalleryServer(facts);
  const ofImage = (part: string | null) => (isImage ? text.notOnImage : version(part));
  return (
    <Panel
      title={overviewText.cards.product}
      icon={<Box20Regular aria-hidden />}
      actions={
        <Button size="small" appearance="subtle" onClick={() => go('maintain')}>
          {frameText.pages.maintain}
        </Button>
      }
    >
      {facts ? (
        <>
          <FactRows
            rows={[
              [text.processServer, version(facts.products.processServer)],
              [text.masterTarget, ofImage(facts.products.masterTarget)],
              [text.agent, ofImage(facts.products.agent)],
              [text.dependencies, version(facts.products.dependencies)],
              [text.kept, keptWords(facts)],
            ]}
          />
          {facts.products.processServer === null && isUsable(facts.prepared) ? (
            <p className={layout.quiet}>{text.prepared(facts.prepared.version)}</p>
          ) : null}
        </>
      ) : (
        <CardSkeleton rows={5} />
      )}
    </Panel>
  );
}

function keptWords({ packages }: ServerFacts): string {
  if (packages.length === 0) return text.keptNone;
  const verified = packages.filter(({ state }) => state === 'verified').length;
  return text.keptCount(packages.length, verified);
}

const isUsable = (prepared: PreparedPackage | null): prepared is PreparedPackage =>
  prepared?.complete === true && prepared.unchanged;
