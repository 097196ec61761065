/** `agrees` and `differs` need two sources; what only one source tells is never counted as passed. */
export type Verdict = 'agrees' | 'differs' | 'couldNotCompare' | 'noSecondSource';

/**
 * What one of two sources told, or why it told nothing. `isStub`: the tool answers with nothing at
 * all, as one does that only stands in for the real tool.
 */
export type Answer<T> = { told: true; value: T } | { told: false; why: string; isStub: boolean };

export const told = <T>(value: T): Answer<T> => ({ told: true, value });
export const notTold = (why: string, isStub = false): Answer<never> => ({
  told: false,
  why,
  isStub,
});

/** The value of an answer in another form; a missing one stays missing. */
export function mapAnswer<T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> {
  return answer.told ? told(change(answer.value)) : answer;
}

export interface Judgement {
  verdict: Verdict;
  ours: string;
  second: string;
  /** Why the two differ or could not be compared; null when they agree. */
  reason: string | null;
}

/** One fact with what it cost to compare it. */
export interface Row extends Judgement {
  group: string;
  name: string;
  /** What the second source is. */
  by: string;
  seconds: number;
  /** Programs started for it, ours and those of the second source together. */
  processes: number;
}
