/** How the installed parts stand to the package that is started. */
export type InstalledState =
  /** Nothing is installed. */
  | 'none'
  /** Everything is installed, in an older, the same, a higher or a far too old version. */
  | 'older'
  | 'same'
  | 'higher'
  | 'tooold'
  /** The process server and its dependencies are installed, the master target isn't registered. */
  | 'nomt-same'
  | 'nomt-older'
  /** An older Azure image that never had a master target. */
  | 'gallery-older';

export interface SetupDrive {
  /** .NET's `DriveType`, for example `Fixed` or `Network`. */
  type: string;
  /** File system, for example `NTFS`. */
  fs: string;
  /** Whole GB (2^30 bytes) free. */
  freeGb: number;
}

/** What an installed process server says about itself. */
export interface InstalledServer {
  csIp: string;
  /** Folder of the process server, `…\home\svsystems`. */
  serverFolder: string;
  /** Folder in which the agent's `agent` folder was put by a fresh installation. */
  agentFolder: string;
  /** Folder the agent's registry entry names, which an upgrade reuses. */
  registeredAgentFolder: string;
}

/** The server UnifiedSetup is started on, as far as its decisions depend on it. */
export interface SetupEnvironment {
  state: InstalledState;
  /** The registry or the service tmansvc tells of a process server. */
  psExists: boolean;
  /** Drives by name, `D:`. */
  drives: ReadonlyMap<string, SetupDrive>;
  /** Content of every file, by full path. */
  files: ReadonlyMap<string, Uint8Array>;
  /** What csgetfingerprint answers: address and passphrase fit. */
  passphraseOk: boolean;
  vmwareTools: boolean;
  /** Current folder. */
  cwd: string;
  installed: InstalledServer;
}

/**
 * Content of the file at a path as set-up would find it: any case, either slash, relative to the
 * current folder. Null when `File.Exists` would say no, which it does for a folder, a wildcard and
 * a name with characters Windows forbids.
 */
export function findSetupFile(environment: SetupEnvironment, path: string): Uint8Array | null {
  const wanted = fullPath(path, environment.cwd);
  if (wanted === null) return null;
  for (const [candidate, content] of environment.files) {
    if (fullPath(candidate, environment.cwd) === wanted) return content;
  }
  return null;
}

/** A spelling two paths share when they lead to the same file; null when there can't be a file. */
function fullPath(path: string, cwd: string): string | null {
  const given = path.replace(/\//g, '\\').toLowerCase();
  if (given.trim() === '' || given.endsWith('\\')) return null;
  const current = cwd.replace(/\//g, '\\').toLowerCase();
  const [root, rest] = splitRoot(given, current);
  const names: string[] = [];
  for (const raw of rest.split('\\')) {
    if (raw === '..') names.pop();
    // Windows drops dots and blanks at the end of a name.
    const name = raw.replace(/[. ]+$/, '');
    if (/[<>:"|?*]/.test(name)) return null;
    if (name !== '') names.push(name);
  }
  return names.length === 0 ? null : `${root}\\${names.join('\\')}`;
}

function splitRoot(path: string, cwd: string): [root: string, rest: string] {
  const drive = /^[a-z]:/.exec(path)?.[0];
  const currentDrive = cwd.slice(0, 2);
  if (path.startsWith('\\\\')) return ['\\', path.slice(2)];
  if (path.startsWith('\\')) return [currentDrive, path];
  if (drive === undefined) return [currentDrive, `${cwd.slice(2)}\\${path}`];
  if (path[2] === '\\') return [drive, path.slice(2)];
  // A drive without a root means its current folder, which is the root unless it is the current drive.
  const folder = drive === currentDrive ? cwd.slice(2) : '';
  return [drive, `${folder}\\${path.slice(2)}`];
}
