import type { ServerFacts } from '../../../contract/facts';
import type { Precondition } from '../../../contract/runbook';
import { certificatesText } from '../../../contract/text/certificates-procedure';
import { WARNING_DAYS } from '../../vendor/certificates';
import { portOf } from '../../vendor/port';
import {
  blocksUnless,
  condition,
  generalConditions,
  processServerCondition,
  warnsUnless,
} from '../conditions';
import { dayOf, daysLeft, isDue, renewsDataPort, renewsRegistration, type Target } from './state';

const text = certificatesText.conditions;
const words = certificatesText.findings;

function dataPortConditions({ details, configuration }: ServerFacts): Precondition[] {
  const { certificates } = details;
  if (!certificates) return [];
  const { hasRenewTool, dataPort } = certificates;
  const isAlone = configuration.serverType !== '3';
  const isShown = dataPort.seen !== null;
  const { alone, tool, portNumber, port } = text;
  const isPort = portOf(configuration.dataPort) !== null;
  const written = configuration.dataPort ?? '';
  return [
    condition('alone', alone, blocksUnless(isAlone), isAlone ? alone.needed : alone.found),
    condition('tool', tool, blocksUnless(hasRenewTool), hasRenewTool ? tool.needed : tool.missing),
    condition(
      'portNumber',
      portNumber,
      blocksUnless(isPort),
      isPort ? written : portNumber.wrong(written),
    ),
    condition(
      'port',
      port,
      warnsUnless(isShown),
      isShown ? port.needed : port.unseen(dataPort.why),
    ),
  ];
}

function registrationConditions({ products }: ServerFacts): Precondition[] {
  const isHere = products.masterTarget !== null && products.agent !== null;
  const { masterTarget } = text;
  const found = isHere ? masterTarget.needed : masterTarget.missing;
  return [condition('masterTarget', masterTarget, blocksUnless(isHere), found)];
}

/** When the certificates end that are chosen for renewal, each with its words. */
function endings(
  target: Target,
  { details, registration }: ServerFacts,
): { isDue: boolean; words: string }[] {
  const { certificates } = details;
  if (!certificates) return [];
  const data = certificates.dataPort.seen?.validUntil ?? null;
  const chosen = [
    ...(renewsDataPort(target) ? [{ name: words.dataPort, until: data }] : []),
    ...(renewsRegistration(target)
      ? [{ name: words.registration, until: registration.validUntil }]
      : []),
  ];
  return chosen.flatMap(({ name, until }) => {
    if (until === null) return [];
    const left = words.until(dayOf(until), daysLeft(until, certificates));
    return [{ isDue: isDue(until, certificates), words: `${name}: ${left}` }];
  });
}

function due(target: Target, facts: ServerFacts): Precondition {
  const ends = endings(target, facts);
  const early = ends.filter((one) => !one.isDue);
  const inWords = (some: typeof ends) => some.map((one) => one.words).join('; ');
  const needed = text.due.needed(WARNING_DAYS);
  const isTime = early.length === 0;
  const known = ends.length === 0 ? text.due.unknown : inWords(ends);
  const found = isTime ? known : text.due.early(inWords(early));
  return condition('due', { ...text.due, needed }, warnsUnless(isTime && ends.length > 0), found);
}

function configurationServer({ details }: ServerFacts): Precondition[] {
  const { certificates } = details;
  if (!certificates) return [];
  const { seen, why, fingerprint } = certificates.configurationServer;
  const wanted = text.configurationServer;
  const as = (isGood: boolean, found: string) => [
    condition('configurationServer', wanted, warnsUnless(isGood), found),
  ];
  if (seen === null) return as(false, wanted.unseen(why));
  const { validUntil, thumbprint } = seen;
  const until = words.until(dayOf(validUntil), daysLeft(validUntil, certificates));
  if (isDue(validUntil, certificates)) return as(false, wanted.ends(until));
  const isKnown = fingerprint === thumbprint;
  return as(isKnown, isKnown ? until : wanted.other);
}

/** What has to hold before certificates are renewed. */
export function certificatesConditions(target: Target, facts: ServerFacts): Precondition[] {
  const isHere = facts.products.processServer !== null;
  const { processServer } = text;
  const first = [...generalConditions(facts), processServerCondition(processServer, facts)];
  if (!isHere) return first;
  return [
    ...first,
    ...(renewsDataPort(target) ? dataPortConditions(facts) : []),
    ...(renewsRegistration(target) ? registrationConditions(facts) : []),
    due(target, facts),
    ...configurationServer(facts),
  ];
}
