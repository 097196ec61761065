import type { ServerFacts } from '../../../contract/facts';
import type { Precondition } from '../../../contract/runbook';
import { certificatesText } from '../../../contract/text/certificates-procedure';
import { WARNING_DAYS } from '../../vendor/certificates';
import { blocksUnless, condition, generalConditions, warnsUnless } from '../conditions';
import { dayOf, daysLeft, isDue, renewsDataPort, renewsRegistration, type Target } from './state';

const text = certificatesText.conditions;
const words = certificatesText.findings;

function dataPortConditions({ details, configuration }: ServerFacts): Precondition[] {
  const { certificates } = details;
  if (!certificates) return [];
  const { hasRenewTool, dataPort } = certificates;
  const isAlone = configuration.serverType !== '3';
  const isShown = dataPort.seen !== null;
  const { alone, tool, port } = text;
  return [
    condition('alone', alone, blocksUnless(isAlone), isAlone ? alone.needed : alone.found),
    condition('tool', tool, blocksUnless(hasRenewTool), hasRenewTool ? tool.needed : tool.missing),
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

/** Certificates chosen for renewal that are good for long, in words. */
function early(target: Target, { details, registration }: ServerFacts): string[] {
  const { certificates } = details;
  if (!certificates) return [];
  const ends = [
    ...(renewsDataPort(target)
      ? [[words.dataPort, certificates.dataPort.seen?.validUntil ?? null] as const]
      : []),
    ...(renewsRegistration(target) ? [[words.registration, registration.validUntil] as const] : []),
  ];
  return ends.flatMap(([name, until]) =>
    until === null || isDue(until, certificates)
      ? []
      : [`${name}: ${words.until(dayOf(until), daysLeft(until, certificates))}`],
  );
}

function due(target: Target, facts: ServerFacts): Precondition {
  const tooEarly = early(target, facts);
  const needed = text.due.needed(WARNING_DAYS);
  const isTime = tooEarly.length === 0;
  const found = isTime ? needed : text.due.early(tooEarly.join('; '));
  return condition('due', { ...text.due, needed }, warnsUnless(isTime), found);
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
  const found = isHere ? processServer.needed : processServer.missing;
  const first = [
    ...generalConditions(facts),
    condition('processServer', processServer, blocksUnless(isHere), found),
  ];
  if (!isHere) return first;
  return [
    ...first,
    ...(renewsDataPort(target) ? dataPortConditions(facts) : []),
    ...(renewsRegistration(target) ? registrationConditions(facts) : []),
    due(target, facts),
    ...configurationServer(facts),
  ];
}
