import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Work under the lock takes milliseconds; who holds it this long has stopped for good. */
const longestHoldMs = 30_000;
const longestBreakMs = 5_000;

/** Windows says so too while the holder's file is just being removed. */
const meansTaken = new Set(
  process.platform === 'win32' ? ['EEXIST', 'EPERM', 'EBUSY', 'EACCES'] : ['EEXIST'],
);

/**
 * Runs `work` while no other process holds the lock file. A lock whose holder has died, or that
 * is older than any work takes, is broken. Work that returns no promise is done without a pause
 * between taking the lock and giving it back, so within one process nobody has to wait for it.
 */
export async function withFileLock<T>(lock: string, work: () => T | Promise<T>): Promise<T> {
  const own = `${process.pid} ${randomBytes(8).toString('hex')}`;
  while (!take(lock, own)) await pause(1 + Math.random() * 6);
  try {
    const result = work();
    return result instanceof Promise ? await result : result;
  } finally {
    if (contentOf(lock) === own && !removeNow(lock)) await remove(lock);
  }
}

function take(lock: string, own: string): boolean {
  try {
    writeFileSync(lock, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!meansTaken.has(errorCode(error))) throw error;
    if (isStale(lock)) breakLock(lock);
    return false;
  }
}

/** Only one process at a time breaks a lock, and looks again first: a fresh one must survive. */
function breakLock(lock: string): void {
  const guard = `${lock}.breaking`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageMs(guard) > longestBreakMs) removeGuard(guard);
    return;
  }
  try {
    // One that can't be removed just now is looked at again by whoever waits for it.
    if (isStale(lock)) removeNow(lock);
  } finally {
    removeGuard(guard);
  }
}

function removeGuard(guard: string): void {
  try {
    rmdirSync(guard);
  } catch {
    // Another process was faster, or breaks it when it is old.
  }
}

function isStale(lock: string): boolean {
  const content = contentOf(lock);
  if (content === null) return false;
  const age = ageMs(lock);
  // Without a number it is a holder between its two steps.
  const pid = Number.parseInt(content, 10);
  if (!(pid > 0)) return age > 2_000;
  return age > longestHoldMs || !processIsAlive(pid);
}

function contentOf(lock: string): string | null {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return null;
  }
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** False when Windows says that somebody is just reading it. */
function removeNow(lock: string): boolean {
  try {
    unlinkSync(lock);
    return true;
  } catch (error) {
    return errorCode(error) === 'ENOENT';
  }
}

/** On Windows a file somebody else is just reading can't be removed for a moment. */
async function remove(lock: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (removeNow(lock)) return;
    await pause(10);
  }
  rmSync(lock, { force: true });
}

/** True when a process of this computer has that id. */
export function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The code of a Node error, or "" for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** True for what Windows says while somebody else has the file open. */
export const isBusy = (error: unknown): boolean =>
  ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
