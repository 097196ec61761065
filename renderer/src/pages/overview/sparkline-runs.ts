/** A value at a moment; null where there was nothing to measure. */
export interface Measured {
  at: string;
  value: number | null;
}

export interface SparklineBox {
  width: number;
  height: number;
  /** The value at the upper edge; 0 is at the lower one. */
  top: number;
}

export const MINUTES_SHOWN = 15;
/** Samples come once a minute; over a longer gap a line would claim what nobody saw. */
const LONGEST_GAP = 150_000;
/** Room for half the stroke at the upper and lower edge. */
const INSET = 2;

/**
 * Points of polylines, one for each unbroken run of values, the newest value at the right edge.
 * Values older than 15 minutes are left out; a run of one value is a line of no length.
 */
export function sparklineRuns(values: readonly Measured[], box: SparklineBox): string[] {
  const dated = values.flatMap(({ at, value }) => {
    const time = Date.parse(at);
    return Number.isNaN(time) ? [] : [{ time, value }];
  });
  const newest = dated.at(-1)?.time ?? 0;
  const runs: string[][] = [];
  let before: number | null = null;
  for (const { time, value } of dated) {
    const x = box.width * (1 - (newest - time) / (MINUTES_SHOWN * 60_000));
    if (value === null || x < 0) {
      before = null;
      continue;
    }
    const point = `${rounded(x)},${rounded(heightOf(value, box))}`;
    if (before === null || time - before > LONGEST_GAP) runs.push([point]);
    else runs.at(-1)?.push(point);
    before = time;
  }
  return runs.map((run) => (run.length === 1 ? [...run, ...run] : run).join(' '));
}

/** The newest value and the limits of all of them; null when the newest is not known. */
export function summaryOf(
  values: readonly Measured[],
): { now: number; lowest: number; highest: number } | null {
  const now = values.at(-1)?.value ?? null;
  if (now === null) return null;
  const known = values.flatMap(({ value }) => (value === null ? [] : [value]));
  return { now, lowest: Math.min(...known), highest: Math.max(...known) };
}

function heightOf(value: number, { height, top }: SparklineBox): number {
  const part = top > 0 ? Math.min(1, Math.max(0, value / top)) : 0;
  return height - INSET - part * (height - 2 * INSET);
}

const rounded = (value: number) => Math.round(value * 10) / 10;
