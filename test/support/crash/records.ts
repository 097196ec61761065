import type { JournalRecord } from '../../../contract/operation';
import { isLongSuite } from '../steps-to-kill';
import type { Cut } from './disk';
import { type CrashRow, crashRows } from './rows';

const AT_ONCE = 4;
/** In `npm test` one row in so many, with one cut in so many records, elsewhere in each row. */
const FEW = { rows: 3, every: 30, first: 2, places: 4 };
/** A full disk costs a whole run of its own: one record in so many; in `npm test` few rows. */
const FULL = { rows: 5, every: 4 };

/** Whether the disk is copied there. */
export function isCutAt(row: CrashRow, record: number, cut: Cut): boolean {
  const place = crashRows.indexOf(row);
  const kind = (record + place) % 2 === 0 ? 'torn' : 'after';
  if (cut !== kind) return false;
  return isLongSuite() || record % FEW.every === FEW.first + (place % FEW.places);
}

/** The start of a program that outlives this one, or ends with it. */
const startsTool = (outlives: boolean) => (record: JournalRecord) =>
  record.kind === 'toolStarted' && (record.identity.endpoint !== null) === outlives;

/** The records at which the disk is full; always in the beginning, and where programs began. */
export function fullAt(row: CrashRow, records: readonly JournalRecord[]): number[] {
  const place = crashRows.indexOf(row);
  const sample = records.flatMap((_, record) =>
    (record + place) % FULL.every === 0 ? [record] : [],
  );
  const tools = [true, false].map((outlives) => records.findIndex(startsTool(outlives)));
  const always = [1, ...tools.filter((record) => record !== -1)];
  return [...new Set([...always, ...(isLongSuite() ? sample : [])])];
}

/** All rows in the long suite, else a few. */
const rowsOf = (every: number, first: number): readonly CrashRow[] =>
  crashRows.filter((_, place) => isLongSuite() || place % every === first);
export const rowsToCut = () => rowsOf(FEW.rows, 2);
export const rowsToFill = () => rowsOf(FULL.rows, 0);

/** Does the work on all, a few at once, and gathers what they tell. */
export async function inParts<T>(
  all: readonly T[],
  work: (one: T) => Promise<string[]>,
): Promise<string[]> {
  const told: string[] = [];
  const waiting = [...all];
  const next = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      told.push(...(await work(one)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return told;
}

/** What went wrong in words, where it did not even come to an end. */
export const thrown = (error: unknown): string[] => [
  `threw ${error instanceof Error ? error.stack : String(error)}`,
];
