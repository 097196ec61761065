import type { ServerFacts } from '../../../../contract/facts';
import type { Tone } from '../../components/Status';
import { overviewText } from '../../text/overview';
import { standingOf } from './standing';

const text = overviewText.proxy;

/** The proxy of one place: which kind, as far as that place tells it. */
export interface ProxyPlace {
  place: string;
  words: string;
  kind: 'direct' | 'proxy' | 'unknown' | 'none';
}

/** What is in force in every place that was looked at. */
export function proxyPlaces(facts: ServerFacts): ProxyPlace[] {
  const { systemProxy } = facts.prerequisites;
  return [
    { place: text.processServer, ...kindInRegistry(facts) },
    systemProxy === null
      ? { place: text.windows, words: text.direct, kind: 'direct' }
      : { place: text.windows, words: systemProxy, kind: 'proxy' },
  ];
}

/** Whether the places agree; null when one of them tells nothing to compare. */
export function agreementOf(places: readonly ProxyPlace[]): { tone: Tone; word: string } | null {
  const kinds = new Set(places.map(({ kind }) => kind));
  if (kinds.has('unknown') || kinds.has('none')) return null;
  // The agent uses neither: behind a proxy they differ on a server where all is well.
  if (kinds.size > 1) return { tone: 'unknown', word: text.differ };
  return kinds.has('direct')
    ? { tone: 'good', word: text.allDirect }
    : { tone: 'unknown', word: text.bothProxies };
}

function kindInRegistry(facts: ServerFacts): Pick<ProxyPlace, 'words' | 'kind'> {
  const type = facts.configuration.proxyType;
  if (type === null) {
    return standingOf(facts) === 'none'
      ? { words: text.none, kind: 'none' }
      : { words: text.unknown, kind: 'unknown' };
  }
  if (/custom/i.test(type)) return { words: text.custom, kind: 'proxy' };
  return /bypass|direct|none/i.test(type)
    ? { words: text.direct, kind: 'direct' }
    : { words: type, kind: 'unknown' };
}
