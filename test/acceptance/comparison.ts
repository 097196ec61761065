import type { ServerFacts } from '../../contract/facts';
import type { Bench } from './bench';
import { type Answer, type Judgement, mapAnswer } from './fact';

export interface Comparison {
  group: string;
  name: string;
  /** What the second source is. */
  by: string;
  compare(bench: Bench): Promise<Judgement>;
}

/** One of the facts that detection found. */
export const fact = <T>({ facts }: Bench, pick: (facts: ServerFacts) => T): Answer<T> =>
  mapAnswer(facts, pick);

/**
 * Facts that change by themselves, such as ports: looked at anew, three times at most, until both
 * sources say the same.
 */
export async function upToThreeTimes(look: () => Promise<Judgement>): Promise<Judgement> {
  let judgement = await look();
  for (let tries = 1; tries < 3 && judgement.verdict === 'differs'; tries += 1) {
    judgement = await look();
  }
  return judgement;
}

/** A fact that only we know. */
export function single(
  group: string,
  name: string,
  why: string,
  words: (bench: Bench) => Answer<string>,
): Comparison {
  return {
    group,
    name,
    by: 'none',
    async compare(bench) {
      const answer = words(bench);
      const ours = answer.told ? answer.value : answer.why;
      return { verdict: 'noSecondSource', ours, second: '', reason: why };
    },
  };
}
