import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ServerFiles } from './ports';
import { renameOver } from './rename-over';
import { whileInUse } from './while-in-use';

/** With the 64 kB that Node reads by itself, hashing is a third slower or more. */
const PIECE_BYTES = 1024 * 1024;

const isMissing = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/**
 * A name that ends with a dot or a blank can be made with the long form of a path, which Node uses,
 * and can then be opened by no ordinary program.
 */
const ODD_END = /(?:^|[\\/])(?!\.{1,2}(?:[\\/]|$))[^\\/]*[. ](?:[\\/]|$)/;

/** Whoever makes a file or folder asks this first. */
function refuseOddName(path: string): void {
  if (!ODD_END.test(path)) return;
  const message = `EINVAL: no name may end with a dot or a blank, '${path}'`;
  throw Object.assign(new Error(message), { code: 'EINVAL', path });
}

type OpenFile = Awaited<ReturnType<typeof open>>;

async function fillAndFlush(path: string, fill: (file: OpenFile) => Promise<void>) {
  const file = await open(path, 'w', 0o600);
  try {
    await fill(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

const neighbourOf = (path: string) => `${path}.psm-new`;

/** What can't be put in its place is not left beside it either: it may hold a secret. */
async function flushTo(path: string, fill: (file: OpenFile) => Promise<void>) {
  refuseOddName(path);
  const neighbour = neighbourOf(path);
  try {
    await fillAndFlush(neighbour, fill);
    await renameOver(neighbour, path);
  } catch (error) {
    await rm(neighbour, { force: true });
    throw error;
  }
}

/** Files of the server this program runs on: server paths are local paths there. */
export function createWindowsFiles(): ServerFiles {
  return {
    read: (path) => readFile(path),
    write: (path, content) =>
      flushTo(path, async (file) => {
        await file.writeFile(content);
      }),
    copy: (from, to, signal) =>
      flushTo(to, async (file) => {
        const pieces = createReadStream(from, { highWaterMark: PIECE_BYTES, signal });
        for await (const piece of pieces) await file.writeFile(piece);
      }),
    async move(from, to) {
      refuseOddName(to);
      await renameOver(from, to);
    },
    remove: (path) => rm(path, { force: true }),
    // Not with `maxRetries` of Node: each folder above does all the tries of those below again.
    removeTree: (path) => whileInUse(() => rm(path, { recursive: true, force: true })),
    removeUnfinished: (path) => rm(neighbourOf(path), { force: true }),
    async removeEmptyFolder(path) {
      try {
        await rmdir(path);
        return true;
      } catch (error) {
        if (isMissing(error)) return true;
        if (error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY') return false;
        throw error;
      }
    },
    makeFolder: async (path) => {
      refuseOddName(path);
      await mkdir(path, { recursive: true });
    },
    list: (path) => readdir(path),
    async stat(path) {
      try {
        const found = await stat(path);
        return {
          isFolder: found.isDirectory(),
          size: found.size,
          modified: found.mtime.toISOString(),
        };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async sha256(path, signal) {
      const hash = createHash('sha256');
      await pipeline(createReadStream(path, { highWaterMark: PIECE_BYTES }), hash, { signal });
      return hash.digest('hex');
    },
  };
}
