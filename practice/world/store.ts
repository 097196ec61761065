import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, withFileLock } from './file-lock';
import { type World, worldSchema } from './schema';
import { writeWholeFile } from './whole-file';

/** One simulated server on disk, used by several processes at once. */
export interface WorldStore {
  readonly folder: string;
  /** The world as it is now. Throws when there is none or it isn't one of ours. */
  read(): Promise<World>;
  /** Changes the world in one go: no other process sees or disturbs the middle of `work`. */
  change<T>(work: (world: World) => T): Promise<T>;
}

export function openWorld(folder: string): WorldStore {
  const path = join(folder, 'world.json');
  let known: { text: string; world: World } | null = null;
  const readText = async () => {
    const text = await readWhole(path);
    if (known?.text !== text) known = { text, world: worldSchema.parse(JSON.parse(text)) };
    return known;
  };
  return {
    folder,
    read: async () => structuredClone((await readText()).world),
    change: (work) =>
      withFileLock(`${path}.lock`, async () => {
        const { text, world } = await readText();
        const draft = structuredClone(world);
        const result = work(draft);
        const changed = toText(draft);
        if (changed !== text) await writeWholeFile(path, changed);
        return result;
      }),
  };
}

/** Writes a whole new world, in place of any that was there. */
export async function layWorld(folder: string, world: World): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'world.json');
  await withFileLock(`${path}.lock`, () => writeWholeFile(path, toText(worldSchema.parse(world))));
}

function toText(world: World): string {
  return `${JSON.stringify(world, null, 1)}\n`;
}

async function readWhole(path: string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      const busy = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
      if (!busy || attempt === 100) throw error;
      await pause(5);
    }
  }
}
