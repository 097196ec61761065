import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './file-lock';

/**
 * Replaces a file as a whole: a reader sees the old content or the new, never a part.
 * `unfinishedIn` is the folder for the part, on the same drive; the file's own when left out.
 */
export async function writeWholeFile(
  path: string,
  content: Uint8Array | string,
  unfinishedIn = dirname(path),
): Promise<void> {
  const unique = `${process.pid}-${randomBytes(6).toString('hex')}`;
  const unfinished = join(unfinishedIn, `${basename(path).slice(0, 80)}.${unique}.new`);
  const file = await open(unfinished, 'w');
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
  try {
    await renameOver(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** On Windows a rename over a file that somebody is just reading fails for a moment. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const busy = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
      if (!busy || attempt === 100) throw error;
      await pause(5 + Math.random() * 10);
    }
  }
}
