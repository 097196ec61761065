import { createInterface } from 'node:readline/promises';

/** What has to be typed in, word for word. */
export const CONSENT = 'change this server';

const EXPLANATION = [
  'The write half makes three changes and takes each back at once:',
  '  a protected folder ProcessServerManager-acceptance below ProgramData,',
  '  an entry under RunOnce, and a start-up task, both named ProcessServerManager.',
];

/** Asks at the terminal; false without one, where nobody can be asked. */
export async function mayChange(
  input: NodeJS.ReadStream,
  output: NodeJS.WritableStream,
): Promise<boolean> {
  if (!input.isTTY) return false;
  const questions = createInterface({ input, output });
  try {
    for (const line of EXPLANATION) output.write(`${line}\n`);
    return (await questions.question(`Type "${CONSENT}" to go on: `)).trim() === CONSENT;
  } finally {
    questions.close();
  }
}
