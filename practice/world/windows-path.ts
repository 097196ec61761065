import type { World } from './schema';

/** A path of the simulated server, taken apart: `C:` and the names below its root. */
export interface WindowsPath {
  drive: string;
  names: readonly string[];
}

const illegal = new Set('<>:"|?*');

/** Takes an absolute Windows path apart as Windows does; null when it isn't one. */
export function parseWindowsPath(path: string): WindowsPath | null {
  const plain = path.startsWith('\\\\?\\') ? path.slice(4) : path;
  const drive = /^([A-Za-z]:)(?:[\\/]|$)/.exec(plain)?.[1];
  if (!drive) return null;
  const names: string[] = [];
  for (const raw of plain.slice(2).split(/[\\/]+/)) {
    if (raw === '..') names.pop();
    // Windows drops dots and blanks at the end of a name.
    const name = /^\.{1,2}$/.test(raw) ? '' : raw.replace(/[. ]+$/, '');
    if ([...name].some((letter) => illegal.has(letter) || letter < ' ')) return null;
    if (name !== '') names.push(name);
  }
  return { drive: drive.toUpperCase(), names };
}

/** The usual spelling: `C:\a\b`, and `C:\` for the root. */
export function formatWindowsPath({ drive, names }: WindowsPath): string {
  return `${drive}\\${names.join('\\')}`;
}

/** True when `path` is `folder` or lies in it; both in the usual spelling. */
export function liesIn(path: string, folder: string): boolean {
  const inner = path.toLowerCase();
  const outer = folder.toLowerCase().replace(/\\$/, '');
  return inner === outer || inner.startsWith(`${outer}\\`);
}

/** Follows the junctions of the world; a path that leads nowhere comes back as it was. */
export function followJunctions(path: WindowsPath, world: World): WindowsPath {
  let current = path;
  for (let hops = 0; hops < 16; hops += 1) {
    const text = formatWindowsPath(current);
    const junction = world.junctions.find((candidate) => liesIn(text, candidate.path));
    if (!junction) return current;
    const rest = text.slice(junction.path.length);
    current = parseWindowsPath(`${junction.target}${rest}`) ?? current;
  }
  return current;
}

/** Follows the junctions above the last name only: the path itself may be one. */
export function followJunctionsAbove(path: WindowsPath, world: World): WindowsPath {
  const folder = followJunctions({ ...path, names: path.names.slice(0, -1) }, world);
  return { drive: folder.drive, names: [...folder.names, ...path.names.slice(-1)] };
}
