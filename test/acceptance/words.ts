import type { Row, Verdict } from './fact';

export const VERDICTS: Readonly<Record<Verdict, string>> = {
  agrees: '✓ agrees',
  differs: '✕ differs',
  couldNotCompare: '? could not compare',
  noSecondSource: '– no second source',
};

export const DETECTION_GOAL =
  'started by this program itself; goal: under 2 s and at most 12; told, not judged';

/** One line of a fact for the terminal. */
export function lineOf({ verdict, group, name, reason, seconds }: Row): string {
  const why = verdict === 'agrees' || reason === null ? '' : `: ${reason.replace(/\s+/g, ' ')}`;
  return `${VERDICTS[verdict]}  ${group}: ${name} (${seconds.toFixed(1)} s)${why}`;
}
