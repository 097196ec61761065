import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';

const worldSchema = z.record(z.string(), z.unknown());
/** Every program that looks at the server is one of its processes for a moment. */
const PASSING = ['processes', 'nextPid'];

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Files, registry, services and all else of a practice server, for comparing; not its clock. */
export function worldSnapshot(
  stateFolder: string,
): Record<string, unknown> & { files: Record<string, string> } {
  const world = join(stateFolder, 'world');
  const hashes = filesBelow(world)
    .map((path): [string, string] => [relative(world, path), path])
    .filter(([name]) => !/^(?:clock|world)\.json|\.lock$/.test(name))
    .map(([name, path]) => [name, createHash('sha256').update(readFileSync(path)).digest('hex')]);
  const state = worldSchema.parse(JSON.parse(readFileSync(join(world, 'world.json'), 'utf8')));
  for (const name of PASSING) delete state[name];
  return { ...state, files: Object.fromEntries(hashes) };
}

/** Files that hold this text: of this program, and with `server` those on the server's drives. */
export function filesWith(stateFolder: string, text: string, server: 'server' | null): string[] {
  const world = join(stateFolder, 'world');
  return (
    filesBelow(stateFolder)
      .filter((path) => server !== null || !path.startsWith(world))
      // What the practice server itself is: it has to know the passphrase it compares with.
      .filter((path) => path !== join(world, 'world.json'))
      .filter((path) => readFileSync(path).includes(text))
      .map((path) => relative(stateFolder, path))
  );
}
