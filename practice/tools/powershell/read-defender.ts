import { z } from 'zod';
import { defenderOf } from './defender';
import { script } from './script';

/** What `Get-MpComputerStatus` and `Get-MpPreference` tell; only an administrator sees exclusions. */
export const readDefender = script(z.object({}), async (context) => {
  const world = await context.world.read();
  const { available, mode, realTime, paths, processes, tamperProtected, lockedBy } =
    defenderOf(world);
  const runs = available && mode !== 'Not running';
  const shown = runs && world.isAdministrator;
  return {
    available,
    active: runs && mode === 'Normal',
    mode: runs ? mode : 'Not running',
    realTime: runs && realTime,
    paths: shown ? paths : [],
    processes: shown ? processes : [],
    hidden: runs && !world.isAdministrator,
    tamperProtected: runs && tamperProtected,
    lockedBy,
  };
});
