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
