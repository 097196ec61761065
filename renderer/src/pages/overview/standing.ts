import type { ServerFacts, ServerStanding } from '../../../../contract/facts';
import { isConnected, isGalleryServer } from '../../../../contract/gallery-image';
import type { OperationState } from '../../../../contract/operation';
import { stepNumber } from '../../components/operation/progress';
import { overviewText } from '../../text/overview';

/** Where the server stands as a whole, from what was detected. */
export function standingOf(facts: ServerFacts): ServerStanding {
  const { dependencies, processServer, masterTarget, agent } = facts.products;
  const parts = [dependencies, processServer, masterTarget, agent];
  if (parts.every((part) => part === null)) return 'none';
  if (isGalleryServer(facts)) {
    return isConnected(facts) && stoppedServices(facts).length === 0 ? 'working' : 'installed';
  }
  if (parts.some((part) => part === null)) return 'partial';
  return facts.registration.registered && stoppedServices(facts).length === 0
    ? 'working'
    : 'installed';
}

/** Services of the product, not those of Windows. */
export const productServices = (facts: ServerFacts) =>
  facts.services.filter(({ mustRun }) => mustRun !== undefined);

/** Services of the product that have to run and were not seen running. */
export const stoppedServices = (facts: ServerFacts) =>
  facts.services.filter(({ state, mustRun }) => mustRun === true && state !== 'running');

/** Services of the product that do not run and need not. */
export const restingServices = (facts: ServerFacts) =>
  facts.services.filter(({ state, mustRun }) => mustRun === false && state !== 'running');

/** What Overview says in one sentence and offers as the next thing. */
export interface Sentence {
  text: string;
  next: string | null;
  /** What the button does: go to the wizard, or go on with the operation. */
  leadsTo: 'setUp' | 'operation' | 'register' | 'services' | 'startTypes';
}

/** An operation under way or unfinished comes first; then what is installed decides. */
export function sentenceOf(facts: ServerFacts, operation: OperationState | null): Sentence {
  if (operation) {
    const sentence = sentenceOfOperation(operation);
    if (sentence) return sentence;
  }
  const standing = standingOf(facts);
  if (standing === 'none') {
    return { text: overviewText.none, next: overviewText.noneNext, leadsTo: 'setUp' };
  }
  if (standing === 'partial') {
    return { text: overviewText.partial, next: overviewText.partialNext, leadsTo: 'setUp' };
  }
  if (isGalleryServer(facts)) {
    return { text: imageText(facts), next: overviewText.imageNext, leadsTo: 'register' };
  }
  return { text: installedText(facts), ...nextWhenInstalled(facts) };
}

/** What is wrong first is mended first; nothing is offered on a server that works. */
function nextWhenInstalled(facts: ServerFacts): Pick<Sentence, 'next' | 'leadsTo'> {
  if (!facts.registration.registered) {
    return { next: overviewText.unregisteredNext, leadsTo: 'register' };
  }
  const down = stoppedServices(facts).filter(({ state }) => state !== 'unknown');
  // Windows starts no disabled service: its start type comes first.
  if (down.some(({ startType }) => startType === 'disabled')) {
    return { next: overviewText.startTypesNext, leadsTo: 'startTypes' };
  }
  return { next: down.length > 0 ? overviewText.servicesNext : null, leadsTo: 'services' };
}

/** A server of the gallery keeps no registration: whether it was accepted, only the portal shows. */
function imageText(facts: ServerFacts): string {
  const { csAddress } = facts.configuration;
  if (!isConnected(facts) || csAddress === null) return overviewText.imageNew;
  const stopped = stoppedServices(facts).length;
  return stopped > 0 ? overviewText.imageDown(stopped) : overviewText.imageConnected(csAddress);
}

/** True when parts are missing and no operation that left it so is still to be gone on with. */
export const isHalfInstalled = (facts: ServerFacts, operation: OperationState | null): boolean =>
  standingOf(facts) === 'partial' && sentenceOf(facts, operation).leadsTo !== 'operation';

function installedText(facts: ServerFacts): string {
  if (!facts.registration.registered) return overviewText.unregistered;
  const notSeenRunning = stoppedServices(facts);
  const stopped = notSeenRunning.filter(({ state }) => state !== 'unknown').length;
  if (stopped > 0) return overviewText.servicesDown(stopped);
  const unknown = notSeenRunning.length;
  if (unknown > 0) return overviewText.servicesUnknown(unknown);
  return overviewText.working(facts.configuration.csAddress ?? overviewText.registration.unknown);
}

function sentenceOfOperation(operation: OperationState): Sentence | null {
  const { title } = operation.plan.body;
  const at = [title, stepNumber(operation), operation.steps.length] as const;
  const next = overviewText.goOnWith(title);
  switch (operation.status) {
    case 'running':
      return {
        text: overviewText.running(title),
        next: overviewText.runningNext,
        leadsTo: 'operation',
      };
    case 'interrupted':
      return { text: overviewText.interrupted(...at), next, leadsTo: 'operation' };
    case 'failed':
      return { text: overviewText.failed(...at), next, leadsTo: 'operation' };
    case 'restartNeeded':
      return { text: overviewText.restartNeeded(title), next, leadsTo: 'operation' };
    default:
      return null;
  }
}
