import { renameSync } from 'node:fs';
import { rename } from 'node:fs/promises';

/**
 * Windows refuses to replace a file while anybody has it open, be it a reader of ours or a virus
 * scanner; both let go within moments.
 */
const RETRIES = 100;
const WAIT_MS = 10;

const REFUSED = new Set(['EPERM', 'EACCES', 'EBUSY']);

const isRefused = (error: unknown) =>
  process.platform === 'win32' &&
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  REFUSED.has(error.code);

/** Renames a file over another; tries for a second while Windows says that one is in use. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let left = RETRIES; ; left -= 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (left === 0 || !isRefused(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}

/** The same for writers that must be through before they return. */
export function renameOverSync(from: string, to: string): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let left = RETRIES; ; left -= 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (left === 0 || !isRefused(error)) throw error;
      Atomics.wait(sleeper, 0, 0, WAIT_MS);
    }
  }
}
