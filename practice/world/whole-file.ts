import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from './file-lock';

/**
 * Replaces a file as a whole: a reader sees the old content or the new, never a part.
 * `unfinishedIn` is the folder for the part, on the same drive; the file's own when left out.
 * It is done on return, unless Windows says that somebody is just reading the old one: then a
 * promise comes back.
 */
export function writeWholeFile(
  path: string,
  content: Uint8Array | string,
  unfinishedIn = dirname(path),
): Promise<void> | undefined {
  const unique = `${process.pid}-${randomBytes(6).toString('hex')}`;
  const unfinished = join(unfinishedIn, `${basename(path).slice(0, 80)}.${unique}.new`);
  writeFileSync(unfinished, content);
  try {
    return renameOver(unfinished, path)?.catch(giveUp);
  } catch (error) {
    return giveUp(error);
  }

  function giveUp(error: unknown): never {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * Done on return. On Windows a rename over a file that somebody is just reading fails for a moment:
 * then a promise comes back.
 */
export function renameOver(from: string, to: string): Promise<void> | undefined {
  try {
    renameSync(from, to);
    return undefined;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return renameLater(from, to);
  }
}

async function renameLater(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await pause(5 + Math.random() * 10);
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!isBusy(error) || attempt === 100) throw error;
    }
  }
}
