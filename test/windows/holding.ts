import { host, programSpec } from './bed';

/** `alone`: nobody else can open it. `reading`: others can read it, not write or replace it. */
type Hold = 'alone' | 'reading';

const WORDS: Readonly<Record<Hold, string>> = { alone: 'lock', reading: 'share' };

/** Another program has the file open while `work` is done, or for so many milliseconds only. */
export async function whileHeld(
  path: string,
  how: Hold,
  work: () => Promise<void>,
  milliseconds = 20_000,
): Promise<void> {
  const stop = new AbortController();
  const args = [WORDS[how], path, 'pause', String(milliseconds)];
  const running = host.processes.run(programSpec('tool', args, { signal: stop.signal }));
  let held = false;
  for await (const chunk of running.output) {
    held = chunk.text.includes('locked');
    if (held) break;
  }
  if (!held) throw new Error(`The other program could not open ${path}.`);
  try {
    await work();
  } finally {
    stop.abort();
    await running.ended;
  }
}

/** The code of an error of the file system, else its words. */
export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Whether Windows refused because somebody uses the file or folder. */
export const isInUse = (error: unknown) => /^(EBUSY|EPERM|EACCES)$/.test(codeOf(error));
