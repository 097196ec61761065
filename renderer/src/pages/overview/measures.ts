import type { LoadSample } from '../../../../contract/facts';
import { percent, rate } from '../../text/numbers';
import { overviewText } from '../../text/overview';
import { type Measured, summaryOf } from './sparkline-runs';

const text = overviewText.health;

/** What Health shows of the load, in this order. */
export interface Measure {
  name: string;
  of(sample: LoadSample): number | null;
  inWords(value: number): string;
  /** The value at the upper edge of the line; null: the highest one seen. */
  top: number | null;
}

export const MEASURES: readonly Measure[] = [
  { name: text.processor, of: (sample) => sample.processorPercent, inWords: percent, top: 100 },
  { name: text.memory, of: (sample) => sample.memoryPercent, inWords: percent, top: 100 },
  { name: text.cacheFree, of: (sample) => sample.cacheFreePercent, inWords: percent, top: 100 },
  { name: text.sent, of: (sample) => sample.sentBytesPerSecond, inWords: rate, top: null },
];

/** One measure of all samples, ready to be shown and drawn. */
export function measured(measure: Measure, samples: readonly LoadSample[]) {
  const values: Measured[] = samples.map((sample) => ({
    at: sample.at,
    value: measure.of(sample),
  }));
  const summary = summaryOf(values);
  return {
    values,
    top: measure.top ?? summary?.highest ?? 0,
    /** The newest value in words; null when it is not known. */
    now: summary ? measure.inWords(summary.now) : null,
    words: summary ? wordsOf(measure, summary, values.length) : measure.name,
  };
}

type Summary = NonNullable<ReturnType<typeof summaryOf>>;
function wordsOf({ name, inWords }: Measure, summary: Summary, count: number): string {
  const now = inWords(summary.now);
  return count < 2
    ? text.now(name, now)
    : text.nowAndBefore(name, now, inWords(summary.lowest), inWords(summary.highest));
}
