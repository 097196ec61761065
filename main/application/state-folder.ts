import { z } from 'zod';
import type { Problem } from '../../contract/problem';
import type { ServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/engine';
import { readProtection, strangersIn } from '../engine/checks/folder-protection';
import type { ServerHost } from '../host/ports';
import { createServer } from '../host/server';

const createdSchema = z.object({ created: z.boolean(), owner: z.string() });

/**
 * Makes sure, at every start on a real server, that the folder with journal and lock may be
 * trusted. Made with its protected ACL in one go when it is missing; anybody may make folders below
 * ProgramData, so one that is there is believed only by owner and ACL.
 */
export async function ensureStateFolder(
  host: ServerHost,
  path: ServerPath,
): Promise<{ trusted: true } | { trusted: false; problem: Problem }> {
  const server = createServer(host);
  const made = await server.scripts.run('new-protected-folder', { path }, createdSchema, 60);
  if (!made.ok) return { trusted: false, problem: made.problem };
  const folder = await readProtection(server, path);
  if (!folder.ok) return { trusted: false, problem: folder.problem };
  const strangers = strangersIn(folder.value);
  return strangers.length === 0
    ? { trusted: true }
    : {
        trusted: false,
        problem: { ...text.folderNotOurs(path), toolWords: strangers, code: null },
      };
}
