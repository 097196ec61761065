import { z } from 'zod';

/** A way to go on after an operation stopped half-way. */
export const wayOnSchema = z.object({
  kind: z.enum(['retry', 'changeAnswers', 'undo', 'removeByHand', 'purge', 'leave']),
  title: z.string(),
  meaning: z.string(),
  /** Commands to type by hand, in this order; empty when this program does it. */
  commands: z.array(z.string()),
});
export type WayOn = z.infer<typeof wayOnSchema>;

/** What an operation that stopped half-way left on the server, and the ways on. */
export const remainsSchema = z.object({
  there: z.array(z.string()),
  missing: z.array(z.string()),
  waysOn: z.array(wayOnSchema),
});
export type Remains = z.infer<typeof remainsSchema>;
