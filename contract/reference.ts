import { z } from 'zod';

/** One argument of set-up: what is written about it and what it really does. */
export const argumentReferenceSchema = z.object({
  name: z.string(),
  /** `asked`: a question of ours decides it. `always`, `never`: always or never passed on. */
  use: z.enum(['asked', 'always', 'never']),
  takesValue: z.boolean(),
  documented: z.string(),
  real: z.string(),
  /** null: there is none. */
  byDefault: z.string().nullable(),
  example: z.string(),
  /** Why it is refused or handled our way; empty when there is nothing to say. */
  why: z.string(),
});
export type ArgumentReference = z.infer<typeof argumentReferenceSchema>;

/** One exit code of set-up or of a program that it starts. */
export const exitCodeReferenceSchema = z.object({
  program: z.string(),
  code: z.number().int(),
  what: z.string(),
  meaning: z.string(),
  next: z.string(),
  /** Milestones of the log at which it can come; empty when it can come at any time. */
  milestones: z.array(z.string()),
});
export type ExitCodeReference = z.infer<typeof exitCodeReferenceSchema>;

export const referenceSchema = z.object({
  arguments: z.array(argumentReferenceSchema),
  exitCodes: z.array(exitCodeReferenceSchema),
});
export type Reference = z.infer<typeof referenceSchema>;
