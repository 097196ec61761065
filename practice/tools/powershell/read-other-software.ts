import { z } from 'zod';
import { asrFolder } from '../../products/windows';
import { readSettings } from '../../products/windows-settings';
import { script } from './script';

/** What shares the server and stands in the way of set-up: roles, programs, a folder. */
export const readOtherSoftware = script(z.object({}), async (context) => {
  const world = await context.world.read();
  const { mySql55, perl } = readSettings(world.registry);
  const isJunction = world.junctions.some(({ path }) => path === asrFolder);
  const found = await context.systemFiles.stat(asrFolder);
  return {
    roles: world.windows.roles,
    asrFolder: isJunction ? 'junction' : found?.isFolder ? 'folder' : 'absent',
    mySql55,
    perl,
  };
});
