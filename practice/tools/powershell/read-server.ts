import { z } from 'zod';
import { script } from './script';

/** What this server is: Windows, user, memory, drives, addresses. */
export const readServer = script(z.object({}), async (context) => {
  const world = await context.world.read();
  return {
    computerName: world.computerName,
    user: world.user,
    caption: world.windows.caption,
    version: world.windows.version,
    language: world.windows.language,
    isAdministrator: world.isAdministrator,
    bootId: world.bootedAt,
    memoryBytes: world.memoryBytes,
    processors: world.processors,
    session: world.session,
    drives: world.drives,
    addresses: world.addresses,
  };
});
