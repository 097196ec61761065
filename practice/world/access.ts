import type { FolderProtection, World } from './schema';
import { formatWindowsPath, liesIn, parseWindowsPath } from './windows-path';

export const systemSid = 'S-1-5-18';
export const administratorsSid = 'S-1-5-32-544';
export const usersSid = 'S-1-5-32-545';

const inherited = (sid: string, rights: string) => ({
  sid,
  rights,
  inherited: true,
  kind: 'Allow' as const,
});

/** What every folder gets from the root of its drive until somebody changes it. */
const ordinary: FolderProtection = {
  owner: administratorsSid,
  protected: false,
  access: [inherited(systemSid, 'F'), inherited(administratorsSid, 'F'), inherited(usersSid, 'RX')],
};

const closedToUsers = [
  'C:\\Windows',
  'C:\\Program Files',
  'C:\\Program Files (x86)',
  'C:\\ProgramData\\Microsoft Azure Site Recovery',
];
const secretFolders = ['C:\\ProgramData\\Microsoft Azure Site Recovery\\private'];

/** The access list that counts for a path: its own, or what the nearest folder above hands down. */
export function protectionOf(world: World, path: string): FolderProtection {
  const parsed = parseWindowsPath(path);
  if (!parsed) return ordinary;
  for (let depth = parsed.names.length; depth > 0; depth -= 1) {
    const folder = formatWindowsPath({ ...parsed, names: parsed.names.slice(0, depth) });
    const found = world.protections[folder.toLowerCase()];
    if (!found) continue;
    if (depth === parsed.names.length) return found;
    return {
      owner: found.owner,
      protected: false,
      access: found.access.map((entry) => ({ ...entry, inherited: true })),
    };
  }
  return ordinary;
}

/** True when the user of the world may do that; administrators may do everything. */
export function mayAccess(world: World, path: string, what: 'read' | 'write'): boolean {
  if (world.isAdministrator) return true;
  const closed = what === 'read' ? secretFolders : [...secretFolders, ...closedToUsers];
  if (closed.some((folder) => liesIn(path, folder))) return false;
  const { access } = protectionOf(world, path);
  return access.some((entry) => entry.sid === usersSid && entry.kind === 'Allow');
}
