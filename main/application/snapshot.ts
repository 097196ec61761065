import type { ServerFacts } from '../../contract/facts';
import { type Difference, PRODUCT_FACT, type Snapshot } from '../../contract/history';
import { driftText as text } from '../../contract/text/drift';
import { startSequence } from '../vendor/service-orders';

const flag = (value: boolean) => (value ? text.yes : text.no);

/**
 * What is worth comparing later: versions, services, addresses, configuration, registration. Nothing
 * that changes by itself, such as process ids and free space, and nothing secret.
 */
export function snapshotOf(facts: ServerFacts): Snapshot {
  const { products, configuration, registration, windows } = facts;
  const all: [string, string | null][] = [
    ['serverName', facts.serverName],
    ['windows', `${windows.caption} ${windows.version}`],
    ['pendingRestart', flag(facts.pendingRestart)],
    [
      'addresses',
      facts.addresses
        .map(({ address }) => address)
        .sort()
        .join(', '),
    ],
    ['systemProxy', facts.prerequisites.systemProxy],
    ['registration.registered', flag(registration.registered)],
    ['registration.thumbprint', registration.thumbprint],
    ['registration.validUntil', registration.validUntil],
    ...Object.entries(products).map(
      ([name, value]) => [`${PRODUCT_FACT}${name}`, value] as [string, string | null],
    ),
    ...(
      ['csAddress', 'csPort', 'dataPort', 'installFolder', 'proxyType', 'serverType'] as const
    ).map((name) => [`configuration.${name}`, configuration[name]] as [string, string | null]),
  ];
  // Only services of the product are marked; others come and go with Windows.
  for (const { name, state, startType, mustRun } of facts.services) {
    if (mustRun === undefined && !startSequence.includes(name)) continue;
    all.push(
      [`state.${name}`, text.state(state)],
      [`startType.${name}`, text.startType(startType)],
    );
  }
  return Object.fromEntries(
    all.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]])),
  );
}

/** What differs between two moments, in words, in the order of the later one. */
export function compareSnapshots(was: Snapshot, now: Snapshot): Difference[] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(was)])];
  return names.flatMap((name): Difference[] => {
    if (was[name] === now[name]) return [];
    const { nothing } = text;
    return [{ label: text.label(name), was: was[name] ?? nothing, now: now[name] ?? nothing }];
  });
}
