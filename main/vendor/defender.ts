import { z } from 'zod';
import type { ScriptReader } from '../../contract/reader';
import { antivirusText } from '../../contract/text/antivirus-procedure';

const answerSchema = z.object({
  hidden: z.boolean(),
  failed: z.array(z.object({ path: z.string(), message: z.string() })),
});

/**
 * Judges what change-defender.ps1 left in force. A policy or tamper protection ignores a change
 * without a word: such a path comes back as failed with no message.
 */
export const defenderReader: ScriptReader = (answer) => {
  const { problems } = antivirusText;
  const told = answerSchema.safeParse(answer);
  const fail = (words: (typeof problems)[keyof typeof problems], toolWords: string[]) => ({
    problem: { ...words, toolWords, code: null },
    facts: {},
    restart: false,
  });
  if (!told.success) return fail(problems.unreadable, []);
  const { failed, hidden } = told.data;
  const lines = failed.map(({ path, message }) => (message === '' ? path : `${path}: ${message}`));
  if (failed.some(({ message }) => message !== '')) return fail(problems.refused, lines);
  if (failed.length > 0) return fail(problems.ignored, lines);
  if (hidden) return fail(problems.hidden, []);
  return { problem: null, facts: {}, restart: false };
};
