import { Text } from '@fluentui/react-components';
import { Globe20Regular } from '@fluentui/react-icons/svg/globe';
import type { ServerFacts } from '../../../../contract/facts';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { overviewText } from '../../text/overview';
import { standingOf } from './standing';

const text = overviewText.proxy;

/** How this server reaches Azure, as its settings say. */
export function ProxyCard({ facts }: { facts: ServerFacts | null }) {
  const layout = useLayout();
  return (
    <Panel title={overviewText.cards.proxy} icon={<Globe20Regular aria-hidden />}>
      {facts ? <Text className={layout.text}>{proxyWords(facts)}</Text> : <CardSkeleton rows={1} />}
    </Panel>
  );
}

function proxyWords(facts: ServerFacts): string {
  const type = facts.configuration.proxyType;
  if (type === null) return standingOf(facts) === 'none' ? text.none : text.unknown;
  if (/custom/i.test(type)) return text.custom;
  return /bypass|direct|none/i.test(type) ? text.direct : type;
}
