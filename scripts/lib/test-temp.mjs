import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** More than all practice servers of one suite take. */
const neededBytes = 2 * 1024 ** 3;

/**
 * Runs a suite with a folder for temporary files that lies in memory, where this computer has one:
 * practice servers are small files that are written again and again, and no test is about the disk
 * below them.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} suite gets what to add to the environment
 * @returns {Promise<T>}
 */
export async function withTestTemp(suite) {
  if (!hasRoomInMemory()) return suite({});
  const folder = mkdtempSync(join(memory, 'psm-tests-'));
  try {
    return await suite({ TMPDIR: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

function hasRoomInMemory() {
  if (process.platform !== 'linux' || process.env.TMPDIR) return false;
  try {
    const { bavail, bsize } = statfsSync(memory);
    return Math.min(bavail * bsize, freemem()) >= neededBytes;
  } catch {
    return false;
  }
}
