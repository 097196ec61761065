/** A path on the process server, always in Windows form, whatever this program runs on. */
export type ServerPath = string;

/**
 * Joins parts of a path on the process server with backslashes.
 * The only way server paths are put together, so that no local path rule creeps in.
 */
export function joinServerPath(first: string, ...rest: readonly string[]): ServerPath {
  return rest.reduce(
    (path, part) => `${path.replace(/[\\/]+$/, '')}\\${part.replace(/^[\\/]+/, '')}`,
    first,
  );
}

/** The last part of a server path. */
export function serverFileName(path: ServerPath): string {
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}

/** The folder a server path lies in; `D:\` for a file in the root of a drive. */
export function serverFolder(path: ServerPath): ServerPath {
  const end = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
  return end <= 2 ? path.slice(0, 3) : path.slice(0, end);
}
