import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
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
 * is older than any work takes, is broken.
 */
export async function withFileLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const own = `${process.pid} ${randomBytes(8).toString('hex')}`;
  while (!(await take(lock, own))) await pause(1 + Math.random() * 6);
  try {
    return await work();
  } finally {
    if ((await readFile(lock, 'utf8').catch(() => '')) === own) await remove(lock);
  }
}

async function take(lock: string, own: string): Promise<boolean> {
  try {
    await writeFile(lock, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!meansTaken.has(errorCode(error) ?? '')) throw error;
    if (await isStale(lock)) await breakLock(lock);
    return false;
  }
}

/** Only one process at a time breaks a lock, and looks again first: a fresh one must survive. */
async function breakLock(lock: string): Promise<void> {
  const guard = `${lock}.breaking`;
  try {
    await mkdir(guard);
  } catch {
    if ((await ageMs(guard)) > longestBreakMs) await rmdir(guard).catch(() => undefined);
    return;
  }
  try {
    if (await isStale(lock)) await remove(lock);
  } finally {
    await rmdir(guard).catch(() => undefined);
  }
}

async function isStale(lock: string): Promise<boolean> {
  const content = await readFile(lock, 'utf8').catch(() => null);
  if (content === null) return false;
  const age = await ageMs(lock);
  // Without a number it is a holder between its two steps.
  const pid = Number.parseInt(content, 10);
  if (!(pid > 0)) return age > 2_000;
  return age > longestHoldMs || !processIsAlive(pid);
}

async function ageMs(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found ? Date.now() - found.mtimeMs : 0;
}

/** On Windows a file somebody else is just reading can't be removed for a moment. */
async function remove(lock: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      await unlink(lock);
      return;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return;
      await pause(10);
    }
  }
  await rm(lock, { force: true });
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
