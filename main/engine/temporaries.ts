import type { JournalRecord } from '../../contract/operation';
import { text } from '../../contract/text/engine';
import type { Server } from '../host/server';
import type { Journal } from './journal';

export interface Temporary {
  path: string;
  original: string | null;
}

/** Temporary files and folders that a journal placed and did not yet remove, newest first. */
export function temporariesIn(records: readonly JournalRecord[]): Temporary[] {
  const open = new Map<string, Temporary>();
  for (const record of records) {
    if (record.kind === 'temporaryPlaced' && !open.has(record.path)) {
      open.set(record.path, { path: record.path, original: record.original });
    }
    if (record.kind === 'temporaryRemoved') open.delete(record.path);
  }
  return [...open.values()].reverse();
}

async function putBack(temporary: Temporary, server: Server): Promise<boolean> {
  const { files } = server;
  const there = await files.stat(temporary.path);
  if (there?.isFolder) return files.removeEmptyFolder(temporary.path);
  const { original, path } = temporary;
  if (original === null) {
    if (there) await files.remove(path);
  } else if ((await files.stat(original)) !== null) {
    await files.copy(original, path);
    await files.remove(original);
  }
  // A missing copy means that a crash came right after the original was put back: it stays.
  for (const place of [path, ...(original === null ? [] : [original])]) {
    await files.removeUnfinished(place);
  }
  return true;
}

/**
 * Deletes what an operation placed for a while, or puts the original back. What can not be removed
 * now stays in the journal and is tried again at the next start. Returns the paths left behind.
 */
export async function removeTemporaries(
  temporaries: readonly Temporary[],
  server: Server,
  journal: Journal,
): Promise<string[]> {
  const gone: string[] = [];
  const left: string[] = [];
  /** Copies of originals that could not be put back yet: the only ones there are. */
  const stillNeeded = new Set<string>();
  for (const temporary of temporaries) {
    const mayGo = !stillNeeded.has(temporary.path);
    const isGone = mayGo && (await putBack(temporary, server).catch(() => false));
    if (!isGone && temporary.original !== null) stillNeeded.add(temporary.original);
    (isGone ? gone : left).push(temporary.path);
  }
  // First everything is removed: a journal that can't be written must not keep a secret alive.
  for (const path of gone) journal.write({ kind: 'temporaryRemoved', path });
  return left;
}

/** What is told of temporary files and folders that were to go, one line each. */
export function endingsOf(temporaries: readonly Temporary[], left: readonly string[]): string[] {
  const { left: stays, putBack: isBack, removed } = text.endings;
  const copies = new Set(temporaries.map(({ original }) => original));
  return temporaries.flatMap(({ path, original }) => {
    if (left.includes(path)) return [stays(path)];
    // With the original back in its place, the copy of it is nothing to tell of.
    if (copies.has(path)) return [];
    return [original === null ? removed(path) : isBack(path)];
  });
}
