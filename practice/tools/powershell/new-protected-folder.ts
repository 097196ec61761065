import { z } from 'zod';
import { administratorsSid, protectionOf, systemSid } from '../../world/access';
import type { FolderProtection } from '../../world/schema';
import { formatWindowsPath, parseWindowsPath } from '../../world/windows-path';
import { ScriptError, script } from './script';

const full = (sid: string) => ({ sid, rights: 'F', inherited: false, kind: 'Allow' as const });

/** A folder only SYSTEM and Administrators may use, made with that protection from the start. */
export const newProtectedFolder = script(
  z.object({ path: z.string() }),
  async (context, { path }) => {
    const parsed = parseWindowsPath(path);
    if (!parsed) {
      throw new ScriptError('The given path is not supported.', 'System.NotSupportedException');
    }
    const before = await context.world.read();
    if (await context.systemFiles.stat(path)) {
      return { created: false, owner: protectionOf(before, formatWindowsPath(parsed)).owner };
    }
    if (!before.isAdministrator) {
      throw new ScriptError(
        `Access to the path '${path}' is denied.`,
        'System.UnauthorizedAccessException',
      );
    }
    const protection: FolderProtection = {
      owner: administratorsSid,
      protected: true,
      access: [full(systemSid), full(administratorsSid)],
    };
    await context.world.change((world) => {
      world.protections[formatWindowsPath(parsed).toLowerCase()] = protection;
    });
    await context.systemFiles.makeFolder(path);
    return { created: true, owner: protection.owner };
  },
);
