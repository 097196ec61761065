import { z } from 'zod';
import { answersSchema } from './runbook';

/** Compact facts of a server at one moment: values by names that stay the same for good. */
export const snapshotSchema = z.record(z.string(), z.string());
export type Snapshot = z.infer<typeof snapshotSchema>;

/** How the names of versions of installed programs begin. */
export const PRODUCT_FACT = 'product.';

export const differenceSchema = z.object({ label: z.string(), was: z.string(), now: z.string() });
export type Difference = z.infer<typeof differenceSchema>;

/** What an operation was asked to do, and what changed on the server since. */
export const operationHistorySchema = z.object({
  /** Who started it. */
  user: z.string(),
  /** The procedure that runs again with `answers`; null when this version has it no more. */
  procedure: z.string().nullable(),
  answers: answersSchema,
  /** The same in words. Secrets were never kept. */
  shown: z.array(z.object({ label: z.string(), value: z.string() })),
  /** null when it kept no facts of the server, as older versions did. */
  drift: z
    .object({
      /** Whether the facts are those at its beginning or at its end. */
      since: z.enum(['begin', 'end']),
      at: z.string(),
      differences: z.array(differenceSchema),
    })
    .nullable(),
});
export type OperationHistory = z.infer<typeof operationHistorySchema>;
