import { z } from 'zod';

/** A program that prints a list and asks which row is meant. Plain data. */
export const listProgramSchema = z.object({
  file: z.string(),
  args: z.array(z.string()),
  cwd: z.string(),
  timeoutSeconds: z.number().positive(),
  /** Which vendor reader finds question and rows. */
  reader: z.string(),
});
export type ListProgram = z.infer<typeof listProgramSchema>;

/** What a row has to say of itself; the row that is meant is the one and only that says all of it. */
export const wantedRowSchema = z.record(z.string(), z.string());
