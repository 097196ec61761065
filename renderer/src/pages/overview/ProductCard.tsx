import { Box20Regular } from '@fluentui/react-icons/svg/box';
import type { PreparedPackage, ServerFacts } from '../../../../contract/facts';
import { CardSkeleton, FactRows } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { overviewText } from '../../text/overview';

const text = overviewText.product;

/** The parts of the product and their versions. */
export function ProductCard({ facts }: { facts: ServerFacts | null }) {
  const layout = useLayout();
  const version = (part: string | null | undefined) => part ?? text.absent;
  return (
    <Panel title={overviewText.cards.product} icon={<Box20Regular aria-hidden />}>
      {facts ? (
        <>
          <FactRows
            rows={[
              [text.processServer, version(facts.products.processServer)],
              [text.masterTarget, version(facts.products.masterTarget)],
              [text.agent, version(facts.products.agent)],
              [text.dependencies, version(facts.products.dependencies)],
            ]}
          />
          {facts.products.processServer === null && isUsable(facts.prepared) ? (
            <p className={layout.quiet}>{text.prepared(facts.prepared.version)}</p>
          ) : null}
        </>
      ) : (
        <CardSkeleton rows={4} />
      )}
    </Panel>
  );
}

const isUsable = (prepared: PreparedPackage | null): prepared is PreparedPackage =>
  prepared?.complete === true && prepared.unchanged;
