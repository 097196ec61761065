import { z } from 'zod';
import { protectionOf } from '../../world/access';
import { formatWindowsPath, parseWindowsPath } from '../../world/windows-path';
import { script } from './script';

const rightNames: Readonly<Record<string, string>> = {
  F: 'FullControl',
  M: 'Modify, Synchronize',
  RX: 'ReadAndExecute, Synchronize',
  R: 'Read, Synchronize',
  W: 'Write, Synchronize',
};

/** Owner and access list of a folder, rights by the names .NET has for them. */
export const readFolderProtection = script(
  z.object({ path: z.string() }),
  async (context, { path }) => {
    const parsed = parseWindowsPath(path);
    const found = parsed ? await context.systemFiles.stat(path) : null;
    if (!parsed || !found) return { exists: false, owner: '', protected: false, access: [] };
    const protection = protectionOf(await context.world.read(), formatWindowsPath(parsed));
    const access = protection.access.map((entry) => ({
      ...entry,
      rights: rightNames[entry.rights] ?? entry.rights,
    }));
    return { exists: true, owner: protection.owner, protected: protection.protected, access };
  },
);
