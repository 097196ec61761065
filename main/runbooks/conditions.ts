import type { ServerFacts } from '../../contract/facts';
import type { Precondition } from '../../contract/runbook';
import { conditionsText as text } from '../../contract/text/set-up-conditions';

type Verdict = Precondition['verdict'];

/** The words that every condition has. */
export interface ConditionWords {
  title: string;
  needed: string;
  why: string;
  mend: string;
}

export const blocksUnless = (good: boolean): Verdict => (good ? 'passed' : 'blocks');
export const warnsUnless = (good: boolean): Verdict => (good ? 'passed' : 'warns');

/** One condition with what was found; how to mend it is told only where there is something to mend. */
export function condition(
  id: string,
  { title, needed, why, mend }: ConditionWords,
  verdict: Verdict,
  found: string,
): Precondition {
  return { id, title, verdict, found, needed, why, mend: verdict === 'passed' ? '' : mend };
}

/** Set-up programs that run now, each with its session, in words. */
export const sessionsOf = ({ runningSetups }: ServerFacts): string[] =>
  runningSetups.map(({ name, session }) => text.otherSetup.session(name, session));

/** Words of a condition that is about something being here. */
type HereWords = ConditionWords & { missing: string };

/** A process server is installed here; without it nothing else has to be looked at. */
export function processServerCondition(words: HereWords, { products }: ServerFacts): Precondition {
  const isHere = products.processServer !== null;
  const found = isHere ? words.needed : words.missing;
  return condition('processServer', words, blocksUnless(isHere), found);
}

/** Windows Installer is not at work for anybody else. */
export function installerCondition(
  words: ConditionWords & { busy: string },
  { installerBusy }: ServerFacts,
): Precondition {
  const found = installerBusy ? words.busy : words.needed;
  return condition('installer', words, blocksUnless(!installerBusy), found);
}

/** Windows waits for no restart; `verdictOf` says how much one that it waits for matters. */
export function restartCondition(
  words: ConditionWords & { pending: string },
  { pendingRestart }: ServerFacts,
  verdictOf: (good: boolean) => Verdict,
): Precondition {
  const found = pendingRestart ? words.pending : words.needed;
  return condition('restart', words, verdictOf(!pendingRestart), found);
}

/** Conditions that any change by this program has: rights, and nobody else at work. */
export function generalConditions(facts: ServerFacts): Precondition[] {
  const { administrator, otherSetup } = text;
  const setups = sessionsOf(facts);
  const isFree = setups.length === 0;
  return [
    condition(
      'administrator',
      administrator,
      blocksUnless(facts.isAdministrator),
      facts.isAdministrator ? administrator.needed : administrator.missing,
    ),
    condition(
      'otherSetup',
      otherSetup,
      blocksUnless(isFree),
      isFree ? otherSetup.needed : otherSetup.running(setups.join(', ')),
    ),
  ];
}
