import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where the parts of this program lie, in a clone and in a package. */
export interface OwnPlaces {
  /** Folder of the shipped scripts. */
  scripts: string;
  /** Bundles for plain Node: psm.js and step-host.js. */
  psm: string;
  /** The Node that runs them. */
  node: string;
  packaged: boolean;
}

const SCRIPTS = join('resources', 'powershell');

function rootAbove(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, SCRIPTS, 'read-server.ps1'))) return folder;
    if (folder === dirname(folder)) throw new Error('The scripts of this program are missing.');
  }
}

/**
 * The Node for step hosts: in a package for Windows the one that is shipped and no other, else the
 * Node that runs this program, or npm, or the machine's own in its usual places. Never from PATH.
 */
function findNode(root: string, packaged: boolean): string {
  const shipped = join(root, 'psm', 'node.exe');
  if (packaged && existsSync(shipped)) return shipped;
  if (!process.versions.electron) return process.execPath;
  const ofNpm =
    process.platform === 'win32' && packaged ? undefined : process.env.npm_node_execpath;
  const candidates = [ofNpm, '/usr/local/bin/node', '/usr/bin/node'];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (!found) throw new Error('No Node was found to run long tools with.');
  return found;
}

/** Finds the parts of this program from the folder of the running bundle. */
export function findOwnPlaces(here: string): OwnPlaces {
  const root = rootAbove(here);
  const packaged = existsSync(join(root, 'app.asar'));
  const beside = join(root, 'psm');
  return {
    scripts: join(root, SCRIPTS),
    psm: existsSync(beside) ? beside : join(root, 'out', 'psm'),
    node: findNode(root, packaged),
    packaged,
  };
}

/** The text of a shipped script, byte for byte what PowerShell is given. */
export function readOwnScript(own: OwnPlaces, name: string): string {
  return readFileSync(join(own.scripts, `${name}.ps1`), 'utf8');
}

/** The user's own data folder of this program: practice server, its journal and history. */
export function userDataFolder(): string {
  if (process.platform === 'win32') {
    return join(
      process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'),
      'Process Server Manager',
    );
  }
  return join(
    process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'),
    'process-server-manager',
  );
}
