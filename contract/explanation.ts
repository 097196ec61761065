import { z } from 'zod';

/** More characters than this are not read at once. */
export const LONGEST_EXPLAINED = 50_000;

/** What one piece of pasted text means to set-up. */
export const explainedTokenSchema = z.object({
  /** As it was pasted; a password is masked. */
  text: z.string(),
  /**
   * `good`: set-up takes it as it stands. `corrected`: it would fail or mean something else;
   * `correction` is what we use. `refused`: we do not use it. `ignored`: it has no effect.
   */
  verdict: z.enum(['good', 'corrected', 'refused', 'ignored']),
  meaning: z.string(),
  /** What stands here instead; null when nothing does. */
  correction: z.string().nullable(),
});
export type ExplainedToken = z.infer<typeof explainedTokenSchema>;

/** One line of what was pasted. */
export const explainedLineSchema = z.object({
  /** As it was pasted; a password is masked. */
  text: z.string(),
  kind: z.enum([
    'unpack',
    'setUp',
    'usage',
    'changeFolder',
    'proxyFile',
    'otherFile',
    'otherProcedure',
    'comment',
    'unknown',
  ]),
  meaning: z.string(),
  tokens: z.array(explainedTokenSchema),
  /** The line as it should be; null when it is good or not needed. */
  corrected: z.string().nullable(),
});
export type ExplainedLine = z.infer<typeof explainedLineSchema>;

/** Pasted text, explained piece by piece, and what can be made of it. */
export const explanationSchema = z.object({
  lines: z.array(explainedLineSchema),
  /** Everything to type by hand instead, in order; secrets as ••••. */
  corrected: z.array(z.string()),
  /** Answers of the procedure `set-up` that were read; secrets never among them. */
  answers: z.record(z.string(), z.string()),
  /** Names of secrets that stood in the text: they have to be entered in their own fields. */
  secretsSeen: z.array(z.string()),
  /** What to know of the text as a whole. */
  remarks: z.array(z.string()),
});
export type Explanation = z.infer<typeof explanationSchema>;
