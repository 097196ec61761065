import type { Answer, Judgement } from './fact';

/** Null when both say the same; else how they differ, or why that can't be said. */
export type Comparing = null | { difference: string } | { cannot: string };

export interface TwoSources<T, U> {
  ours: Answer<T>;
  second: Answer<U>;
  /** Both values in words for the report. */
  show(ours: T): string;
  showSecond(second: U): string;
  compare(ours: T, second: U): Comparing;
}

/**
 * The verdict on one fact. Where we tell nothing and the second source does, that is a difference,
 * unless what we ask is a stand-in that answers everybody with nothing.
 */
export function judge<T, U>(two: TwoSources<T, U>): Judgement {
  const { ours, second } = two;
  const words = {
    ours: ours.told ? two.show(ours.value) : '',
    second: second.told ? two.showSecond(second.value) : '',
  };
  if (!second.told) {
    const reason = ours.told ? second.why : `${ours.why}; second source: ${second.why}`;
    return { verdict: 'couldNotCompare', ...words, reason };
  }
  if (!ours.told) {
    return { verdict: ours.isStub ? 'couldNotCompare' : 'differs', ...words, reason: ours.why };
  }
  const found = two.compare(ours.value, second.value);
  if (found === null) return { verdict: 'agrees', ...words, reason: null };
  return 'cannot' in found
    ? { verdict: 'couldNotCompare', ...words, reason: found.cannot }
    : { verdict: 'differs', ...words, reason: found.difference };
}

/** Compares two values that have to be the same text. */
export function judgeText(ours: Answer<string>, second: Answer<string>): Judgement {
  return judge({
    ours,
    second,
    show: (value) => value,
    showSecond: (value) => value,
    compare: (one, other) => sameText(one, other),
  });
}

export function sameText(one: string, other: string): Comparing {
  return one === other ? null : { difference: `"${one}" is not "${other}"` };
}

/** Members that only one of two lists has, in words; null when there are none. */
export function sameMembers(ours: readonly string[], second: readonly string[]): Comparing {
  const onlyOurs = withoutThese(ours, second);
  const onlySecond = withoutThese(second, ours);
  if (onlyOurs.length + onlySecond.length === 0) return null;
  const parts = [
    onlyOurs.length === 0 ? '' : `only we: ${few(onlyOurs)}`,
    onlySecond.length === 0 ? '' : `only the second source: ${few(onlySecond)}`,
  ];
  return { difference: parts.filter((part) => part !== '').join('; ') };
}

/** A multiset difference: two of a kind are not one. */
function withoutThese(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return list.filter((item) => {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

const SHOWN = 8;

/** The first few of a long list. */
export function few(list: readonly string[]): string {
  const rest = list.length - SHOWN;
  return list.slice(0, SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Two amounts that may be apart by `tolerance`, both in the same unit. */
export function within(ours: number, second: number, tolerance: number, unit: string): Comparing {
  const apart = Math.abs(ours - second);
  return apart <= tolerance ? null : { difference: `${apart} ${unit} apart` };
}
