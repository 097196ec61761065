import { z } from 'zod';

/** An error as an admin needs it: what happened, what it means, what to do, the tool's own words. */
export const problemSchema = z.object({
  what: z.string(),
  meaning: z.string(),
  next: z.string(),
  toolWords: z.array(z.string()).default([]),
  code: z.string().nullable().default(null),
});
export type Problem = z.infer<typeof problemSchema>;

/** Answer of everything that can fail in an expected way. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = <T = never>(problem: Problem): Result<T> => ({ ok: false, problem });
