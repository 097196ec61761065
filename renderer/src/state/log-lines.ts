import type { LogLine } from '../../../contract/operation';

/** More lines than this of one operation are not held in the window; the log file has them all. */
export const LINES_HELD = 5000;

/** Lines in order, each once, whatever order events and answers came in; the newest are kept. */
export function mergeLines(
  held: readonly LogLine[],
  added: readonly LogLine[],
): readonly LogLine[] {
  const last = held.at(-1)?.seq ?? -1;
  const inOrder = added.every((line, index) => line.seq > (added[index - 1]?.seq ?? last));
  const merged = inOrder ? [...held, ...added] : sortedOnce(held, added);
  return merged.length > LINES_HELD ? merged.slice(-LINES_HELD) : merged;
}

function sortedOnce(held: readonly LogLine[], added: readonly LogLine[]): LogLine[] {
  const bySeq = new Map([...held, ...added].map((line) => [line.seq, line]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
