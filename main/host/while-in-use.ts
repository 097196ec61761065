/**
 * Windows refuses to replace or remove a file while anybody has it open, be it a reader of ours or
 * a virus scanner; both let go within moments. ENOTEMPTY: what was removed from a folder is listed
 * until the last one has closed it.
 */
const REFUSED = new Set(['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY']);
const RETRIES = 100;
const WAIT_MS = 10;

const isRefused = (error: unknown) =>
  process.platform === 'win32' &&
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  REFUSED.has(error.code);

/** Does it again for about a second while Windows says that something is in use; then its error. */
export async function whileInUse<T>(work: () => Promise<T>): Promise<T> {
  for (let left = RETRIES; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isRefused(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}

/** The same for what must be through before it returns. */
export function whileInUseSync<T>(work: () => T): T {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let left = RETRIES; ; left -= 1) {
    try {
      return work();
    } catch (error) {
      if (left === 0 || !isRefused(error)) throw error;
      Atomics.wait(sleeper, 0, 0, WAIT_MS);
    }
  }
}
