import { parseCsv } from './csv';

/** The values of the last sample that `typeperf -sc 1` prints, in the order they were asked for. */
export function parseTypeperf(text: string): number[] | null {
  const last = parseCsv(text).at(-1)?.slice(1).map(Number);
  return last && last.length > 0 && last.every(Number.isFinite) ? last : null;
}
