import type { ExplainedLine, ExplainedToken } from '../../../contract/explanation';
import type { MaskedLine } from './secrets';

/** What one line was found to be, and what can be made of it. */
export interface Reading {
  readonly line: ExplainedLine;
  /** Answers of the set-up procedure. */
  readonly answers: Readonly<Record<string, string>>;
  /** Names of secrets that have to be entered in their own fields. */
  readonly secrets: readonly string[];
  readonly remarks: readonly string[];
  /** What to type by hand instead of this line. */
  readonly typed: readonly string[];
}

/** Reads lines of one kind; null for lines of another kind. */
export type LineReader = (line: MaskedLine) => Reading | null;

type Verdict = ExplainedToken['verdict'];

export function token(
  text: string,
  verdict: Verdict,
  meaning: string,
  correction: string | null = null,
): ExplainedToken {
  return { text, verdict, meaning, correction };
}

/** A reading of a line that gives neither answers nor anything to type. */
export function plainReading(
  line: MaskedLine,
  kind: ExplainedLine['kind'],
  meaning: string,
  more: Partial<Omit<Reading, 'line'>> & Partial<Pick<ExplainedLine, 'tokens' | 'corrected'>> = {},
): Reading {
  const { tokens = [], corrected = null, ...rest } = more;
  return {
    line: { text: line.text.trim(), kind, meaning, tokens, corrected },
    answers: {},
    secrets: [],
    remarks: [],
    typed: [],
    ...rest,
  };
}
