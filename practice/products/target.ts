import type { WorldFiles } from '../world/files';
import type { World } from '../world/schema';
import type { WorldStore } from '../world/store';
import { makeStandIn } from './stand-in';

/** Where an installer does its work: always with the rights of the system. */
export interface InstallTarget {
  store: WorldStore;
  files: WorldFiles;
  now(): Date;
}

export async function writeFiles(
  { files }: InstallTarget,
  contents: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(contents)) {
    await files.makeFolder(path.slice(0, path.lastIndexOf('\\')));
    await files.write(path, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  }
}

/** Lays a program of the vendor; the practice server plays it by its name. */
export async function writePrograms(
  target: InstallTarget,
  folder: string,
  names: readonly string[],
  version: string,
): Promise<void> {
  for (const name of names) {
    const standIn = makeStandIn({ kind: 'program', name, version, signature: 'valid' });
    await writeFiles(target, { [`${folder}\\${name}`]: standIn });
  }
}

/** Takes room on a drive, as an installation does. */
export function takeRoom(world: World, path: string, bytes: number): void {
  const drive = world.drives.find(({ letter }) => path.toUpperCase().startsWith(letter));
  if (drive) drive.freeBytes = Math.max(0, drive.freeBytes - bytes);
}

export const gigabyte = 1024 ** 3;
