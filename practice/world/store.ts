import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isBusy, withFileLock } from './file-lock';
import { type World, worldSchema } from './schema';
import { writeWholeFile } from './whole-file';

/** One simulated server on disk, used by several processes at once. */
export interface WorldStore {
  readonly folder: string;
  /**
   * The world as it is now, frozen: readers share it. Throws when there is none or it isn't one of
   * ours.
   */
  read(): Promise<World>;
  /** Changes the world in one go: no other process sees or disturbs the middle of `work`. */
  change<T>(work: (world: World) => T): Promise<T>;
}

interface Known {
  text: string;
  world: World;
}

export function openWorld(folder: string): WorldStore {
  const path = join(folder, 'world.json');
  let known: Known | null = null;
  const understand = (text: string): Known => {
    if (known?.text !== text) known = { text, world: frozen(worldSchema.parse(JSON.parse(text))) };
    return known;
  };
  return {
    folder,
    read: async () => understand(readNow(path) ?? (await readWhole(path))).world,
    change: (work) => {
      const change = (text: string) => {
        const draft = structuredClone(understand(text).world);
        const result = work(draft);
        const changed = toText(draft);
        const writing = changed === text ? undefined : writeWholeFile(path, changed);
        return writing ? writing.then(() => result) : result;
      };
      return withFileLock(`${path}.lock`, () => {
        const text = readNow(path);
        return text === null ? readWhole(path).then(change) : change(text);
      });
    },
  };
}

/** Writes a whole new world, in place of any that was there. */
export async function layWorld(folder: string, world: World): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'world.json');
  await withFileLock(`${path}.lock`, () => writeWholeFile(path, toText(worldSchema.parse(world))));
}

function toText(world: World): string {
  return `${JSON.stringify(world, null, 1)}\n`;
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** Null while Windows says that the file is in use. */
function readNow(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isBusy(error)) throw error;
    return null;
  }
}

async function readWhole(path: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const text = readNow(path);
    if (text !== null) return text;
    await pause(5);
  }
  return readFileSync(path, 'utf8');
}
