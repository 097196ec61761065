import { renameSync } from 'node:fs';
import { rename } from 'node:fs/promises';

/**
 * Milliseconds between the tries. Windows refuses to replace a file while anybody has it open, be
 * it a reader of ours or a virus scanner; both let go within moments.
 */
const WAITS_MS = [5, 10, 20, 40, 80, 160, 320, 640];

const REFUSED = new Set(['EPERM', 'EACCES', 'EBUSY']);

const isRefused = (error: unknown) =>
  process.platform === 'win32' &&
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  REFUSED.has(error.code);

/** Renames a file over another; tries for 1.3 seconds while Windows says that one is in use. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (const wait of WAITS_MS) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isRefused(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return rename(from, to);
}

/** The same for writers that must be through before they return. */
export function renameOverSync(from: string, to: string): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (const wait of WAITS_MS) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!isRefused(error)) throw error;
      Atomics.wait(sleeper, 0, 0, wait);
    }
  }
  renameSync(from, to);
}
