import type { ProblemWords } from '../../../contract/text/set-up-codes';
import type { MilestoneName } from '../set-up-milestones';

/** A closer reason than the exit code, told by the command itself or by what it printed. */
export interface Reason {
  /** Only with this exit code; null: with any bad one. */
  code: number | null;
  /** Looked for in the command line and in what the log says after the start, line by line. */
  says: RegExp;
  words: ProblemWords;
}

/** What is known of the exit codes of one program. */
export interface ExitCodeTable {
  /** File name as the log of set-up spells it. */
  program: string;
  codes: Readonly<Record<number, ProblemWords>>;
  /** Codes that set-up takes as success. */
  good: readonly number[];
  /** Milestones of the log at which the program runs. */
  milestones: readonly MilestoneName[];
  /** Where the program writes its own log, below C:\ProgramData\ASRSetupLogs. */
  log: string;
  reasons: readonly Reason[];
}

/** Exit codes are 32 bits: the log shows them signed, Windows and this program unsigned. */
export const unsigned = (code: number): number => code >>> 0;

/** Words for a code, whether it is given signed or unsigned; null when it is on no list. */
export function wordsFor(
  codes: Readonly<Record<number, ProblemWords>>,
  code: number,
): ProblemWords | null {
  return codes[code] ?? codes[code >>> 0] ?? codes[code | 0] ?? null;
}

/** The same words for several codes. */
export function forEach(
  codes: readonly number[],
  words: ProblemWords,
): Readonly<Record<number, ProblemWords>> {
  return Object.fromEntries(codes.map((code) => [code, words]));
}
