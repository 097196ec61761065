import { z } from 'zod';
import type { RunningProcess } from './ports';

const progressSchema = z.object({
  kind: z.literal('progress'),
  bytes: z.number(),
  total: z.number(),
  validator: z.string().default(''),
});

/** How far a script is with a file. */
export interface ScriptProgress {
  /** Bytes the file has now, with what was there before. */
  bytes: number;
  /** Bytes it will have; -1 when nobody knows. */
  total: number;
  /** Names the content, so that a later run can go on with the same; empty when nothing does. */
  validator: string;
}

function readProgress(line: string): ScriptProgress | null {
  if (!line.startsWith('{"')) return null;
  try {
    const { bytes, total, validator } = progressSchema.parse(JSON.parse(line));
    return { bytes, total, validator };
  } catch {
    return null;
  }
}

/**
 * Reads what a script prints while it runs: progress is told as its lines come, wherever the pieces
 * are cut, and everything else comes back at the end.
 */
export async function followScript(
  running: RunningProcess,
  onProgress: (progress: ScriptProgress) => void,
): Promise<{ lines: string[]; error: string }> {
  const lines: string[] = [];
  let error = '';
  let unfinished = '';
  const take = (line: string) => {
    const progress = readProgress(line);
    if (progress) onProgress(progress);
    else lines.push(line);
  };
  for await (const { stream, text } of running.output) {
    if (stream === 'error') {
      error += text;
      continue;
    }
    const pieces = `${unfinished}${text}`.split('\n');
    unfinished = pieces.pop() ?? '';
    for (const line of pieces) take(line.replace(/\r$/, ''));
  }
  take(unfinished.replace(/\r$/, ''));
  return { lines, error };
}
