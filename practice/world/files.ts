import { createHash } from 'node:crypto';
import * as disk from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerFiles } from '../../main/host/ports';
import { mayAccess } from './access';
import { FileError, type FileErrorCode } from './file-error';
import { errorCode } from './file-lock';
import type { World } from './schema';
import type { WorldStore } from './store';
import { renameOver, writeWholeFile } from './whole-file';
import {
  followJunctions,
  followJunctionsAbove,
  formatWindowsPath,
  liesIn,
  parseWindowsPath,
  type WindowsPath,
} from './windows-path';

/** The files of a simulated server: the port, and what its own programs need besides. */
export interface WorldFiles extends ServerFiles {
  readText(path: string): Promise<string>;
  writeText(path: string, text: string): Promise<void>;
  /** Adds to the end of a file, as a program does that keeps a log open; makes it when needed. */
  append(path: string, content: string | Uint8Array): Promise<void>;
  /** The path with its junctions followed. */
  resolve(path: string): Promise<string>;
}

interface Place {
  /** Where it lies on this computer, in the letters it was made with. */
  local: string;
  found: disk.Stats | null;
  server: string;
  world: World;
}

export interface FileUser {
  now(): Date;
  /** Programs of the system may do everything, whoever is logged on. */
  asSystem?: boolean;
}

/** Older than any write takes: its writer is gone. */
const ABANDONED_MS = 5_000;

function clearUnfinished(folder: string): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const found = statOf(path);
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS) disk.rmSync(path, { force: true });
  }
}

/**
 * Opens the files of a world. Errors carry Node's codes and name the path of the server. They are
 * small and lie on this computer: to read one at once costs less than to wait for another thread.
 */
export function openFiles(store: WorldStore, user: FileUser): WorldFiles {
  const root = join(store.folder, 'drives');
  const unfinished = join(store.folder, 'unfinished');

  const find = async (
    operation: string,
    path: string,
    what: 'read' | 'write',
    follow = followJunctions,
  ): Promise<Place> => {
    const world = await store.read();
    const fail = (code: FileErrorCode) => new FileError(code, operation, path);
    const parsed = parseWindowsPath(path);
    if (!parsed) throw fail('ENOENT');
    const target = follow(parsed, world);
    if (!world.drives.some((drive) => drive.letter === target.drive)) throw fail('ENOENT');
    const server = formatWindowsPath(target);
    const locked = world.lockedFiles.some((file) => file.toLowerCase() === server.toLowerCase());
    if (locked && operation !== 'stat') throw fail('EBUSY');
    if (user.asSystem !== true && !mayAccess(world, server, what)) throw fail('EACCES');
    return { ...locate(root, target), server, world };
  };

  const existing = async (operation: string, path: string, what: 'read' | 'write') => {
    const place = await find(operation, path, what);
    if (!place.found) throw new FileError('ENOENT', operation, path);
    return { ...place, found: place.found };
  };

  const read = async (path: string): Promise<Uint8Array> => {
    const place = await existing('open', path, 'read');
    if (place.found.isDirectory()) throw new FileError('EISDIR', 'read', path);
    return disk.readFileSync(place.local);
  };

  const write = async (path: string, content: Uint8Array): Promise<void> => {
    const place = await find('open', path, 'write');
    if (place.found?.isDirectory()) throw new FileError('EISDIR', 'open', path);
    const free = place.world.drives.find((drive) => liesIn(place.server, drive.letter))?.freeBytes;
    if (free !== undefined && content.length > free) throw new FileError('ENOSPC', 'write', path);
    disk.mkdirSync(unfinished, { recursive: true });
    try {
      await writeWholeFile(place.local, content, unfinished);
    } catch (error) {
      throw errorCode(error) === 'ENOENT' ? new FileError('ENOENT', 'open', path) : error;
    }
    touch(place.local, user.now());
  };

  const remove = async (path: string): Promise<void> => {
    const place = await find('unlink', path, 'write');
    if (!place.found) return;
    if (place.found.isDirectory()) throw new FileError('EISDIR', 'unlink', path);
    disk.unlinkSync(place.local);
  };

  return {
    read,
    write,
    copy: async (from, to, signal) => {
      signal?.throwIfAborted();
      const content = await read(from);
      signal?.throwIfAborted();
      await write(to, content);
    },
    remove,
    // Unfinished content lies in one folder here, not beside its file.
    removeUnfinished: async () => clearUnfinished(unfinished),
    removeEmptyFolder: async (path) => {
      const place = await find('rmdir', path, 'write');
      if (!place.found) return true;
      if (!place.found.isDirectory()) throw new FileError('ENOTDIR', 'rmdir', path);
      if (disk.readdirSync(place.local).length > 0) return false;
      disk.rmdirSync(place.local);
      return true;
    },
    makeFolder: async (path) => {
      const place = await find('mkdir', path, 'write');
      if (place.found?.isFile()) throw new FileError('ENOTDIR', 'mkdir', path);
      disk.mkdirSync(place.local, { recursive: true });
    },
    list: async (path) => {
      const place = await existing('scandir', path, 'read');
      if (!place.found.isDirectory()) throw new FileError('ENOTDIR', 'scandir', path);
      const names = disk.readdirSync(place.local);
      return [...names, ...junctionsIn(place.world, place.server)].sort();
    },
    stat: async (path) => {
      try {
        const { found } = await existing('stat', path, 'read');
        return {
          isFolder: found.isDirectory(),
          size: found.isDirectory() ? 0 : found.size,
          modified: found.mtime.toISOString(),
        };
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      }
    },
    sha256: async (path, signal) => {
      signal?.throwIfAborted();
      return createHash('sha256')
        .update(await read(path))
        .digest('hex');
    },
    readText: async (path) => Buffer.from(await read(path)).toString('utf8'),
    writeText: (path, text) => write(path, Buffer.from(text, 'utf8')),
    append: async (path, content) => {
      const place = await find('open', path, 'write');
      disk.appendFileSync(place.local, content);
      touch(place.local, user.now());
    },
    move: async (from, to) => {
      const source = await existing('rename', from, 'write');
      const target = await find('rename', to, 'write');
      const isAcross = source.server.slice(0, 2) !== target.server.slice(0, 2);
      if (isAcross) throw new FileError('EXDEV', 'rename', from);
      if (target.found?.isDirectory()) throw new FileError('EISDIR', 'rename', to);
      try {
        await renameOver(source.local, target.local);
      } catch (error) {
        throw errorCode(error) === 'ENOENT' ? new FileError('ENOENT', 'rename', to) : error;
      }
    },
    removeTree: async (path) => {
      const { local, server, world } = await find('rm', path, 'write', followJunctionsAbove);
      if (world.lockedFiles.some((file) => liesIn(file, server))) {
        throw new FileError('EBUSY', 'rm', path);
      }
      const isInTree = (junction: { path: string }) => liesIn(junction.path, server);
      if (world.junctions.some(isInTree)) {
        await store.change((draft) => {
          draft.junctions = draft.junctions.filter((junction) => !isInTree(junction));
        });
      }
      await rm(local, { recursive: true, force: true, maxRetries: 20 });
    },
    resolve: async (path) => (await find('stat', path, 'read')).server,
  };
}

function junctionsIn(world: World, folder: string): string[] {
  const outer = folder.replace(/\\$/, '');
  return world.junctions
    .map(({ path }) => path)
    .filter((path) => liesIn(path, outer) && !path.slice(outer.length + 1).includes('\\'))
    .map((path) => path.slice(outer.length + 1));
}

/** Looks each name up without regard to case, as Windows does. */
function locate(root: string, path: WindowsPath): { local: string; found: disk.Stats | null } {
  const drive = join(root, path.drive.slice(0, 1));
  const asWritten = join(drive, ...path.names);
  const whole = statOf(asWritten);
  if (whole) return { local: asWritten, found: whole };
  let local = drive;
  let found = statOf(local);
  for (const name of path.names) {
    const exact = join(local, name);
    const next = found ? statOf(exact) : null;
    if (next || !found) {
      local = exact;
      found = next;
      continue;
    }
    const same = namesIn(local).find((one) => one.toLowerCase() === name.toLowerCase());
    local = join(local, same ?? name);
    found = same ? statOf(local) : null;
  }
  return { local, found };
}

/** Null for what isn't there, or can't be looked at. */
function statOf(path: string): disk.Stats | null {
  try {
    return disk.statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return disk.readdirSync(folder);
  } catch {
    return [];
  }
}

function touch(path: string, at: Date): void {
  disk.utimesSync(path, at, at);
}
