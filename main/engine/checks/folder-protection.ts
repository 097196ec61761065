import { z } from 'zod';
import type { Result } from '../../../contract/problem';
import type { ServerPath } from '../../../contract/server-path';
import type { Server } from '../../host/server';

const protectionSchema = z.object({
  exists: z.boolean(),
  owner: z.string(),
  protected: z.boolean(),
  access: z.array(
    z.object({ sid: z.string(), rights: z.string(), inherited: z.boolean(), kind: z.string() }),
  ),
});
export type FolderProtection = z.infer<typeof protectionSchema>;

export const TRUSTED_INSTALLER = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464';

/** SYSTEM and the local Administrators group: the only ones our folders are open to. */
const TRUSTED = new Set(['S-1-5-18', 'S-1-5-32-544']);

export function readProtection(
  server: Server,
  path: ServerPath,
): Promise<Result<FolderProtection>> {
  return server.scripts.run('read-folder-protection', { path }, protectionSchema, 60);
}

/** Everything about a folder that lets somebody else in; empty when it may be trusted. */
export function strangersIn(folder: FolderProtection): string[] {
  const owner = TRUSTED.has(folder.owner) ? [] : [`owner ${folder.owner}`];
  const inherits = folder.protected ? [] : ['inherited access'];
  const others = folder.access
    .filter((entry) => entry.kind === 'Allow' && !TRUSTED.has(entry.sid))
    .map((entry) => entry.sid);
  return [...owner, ...inherits, ...new Set(others)];
}
