import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, root } from './paths.mjs';
import { say } from './say.mjs';

/**
 * The name of a lock that only scripts of this checkout compete for.
 * @param {string} name
 */
export function checkoutLock(name) {
  return `${name}-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
}

/**
 * Runs `work` while no other script of this user holds the lock of that name: two terminals may
 * run `npm test` and `npm start` at the same moment. A lock whose holder has died is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const lock = join(cacheFolder(), 'locks', name);
  await mkdir(dirname(lock), { recursive: true });
  let told = false;
  while (!(await take(lock))) {
    if (!told) say(`Waiting: another script is busy (${name})`);
    told = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/**
 * @param {string} lock
 * @returns {Promise<boolean>}
 */
async function take(lock) {
  const mine = `${lock}.${randomUUID()}`;
  await writeFile(mine, String(process.pid));
  try {
    // A hard link appears complete or not at all, so nobody ever reads a lock without its holder.
    await link(mine, lock);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(mine, { force: true });
  }
  const holder = Number(await readFile(lock, 'utf8').catch(() => 'gone'));
  if (!(holder > 0) || isAlive(holder)) return false;
  await rm(lock, { force: true });
  return take(lock);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function errorCode(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
