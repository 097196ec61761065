import type { FolderRecord } from '../../contract/folder-record';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import type { ServerFiles } from './ports';

export interface Hashes {
  /** SHA-256 of a file; not read again while its size and date are the same. */
  ofFile(path: ServerPath): Promise<string>;
  /** The same for all files of a folder and those below it. */
  ofFolder(folder: ServerPath): Promise<FolderRecord>;
  /** All files of a folder read now, whatever was seen before. */
  readFolder(folder: ServerPath, signal?: AbortSignal): Promise<FolderRecord>;
}

/** Hashes for looking often: packages are hundreds of megabytes. */
export function createHashes(files: ServerFiles): Hashes {
  const seen = new Map<string, { stamp: string; hash: string }>();
  const ofFile = async (path: ServerPath) => {
    const found = await files.stat(path);
    const stamp = `${found?.size} ${found?.modified}`;
    const last = seen.get(path);
    if (last?.stamp === stamp) return last.hash;
    const hash = await files.sha256(path);
    seen.set(path, { stamp, hash });
    return hash;
  };
  const walk = async (
    folder: ServerPath,
    hashOf: (path: ServerPath) => Promise<string>,
    below = '',
  ): Promise<FolderRecord> => {
    const record: FolderRecord = {};
    for (const name of await files.list(below === '' ? folder : joinServerPath(folder, below))) {
      const inside = below === '' ? name : joinServerPath(below, name);
      const path = joinServerPath(folder, inside);
      if ((await files.stat(path))?.isFolder) {
        Object.assign(record, await walk(folder, hashOf, inside));
      } else {
        record[inside.toLowerCase()] = await hashOf(path);
      }
    }
    return record;
  };
  return {
    ofFile,
    ofFolder: (folder) => walk(folder, ofFile),
    readFolder: (folder, signal) => walk(folder, (path) => files.sha256(path, signal)),
  };
}
