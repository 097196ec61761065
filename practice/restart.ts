import { keys } from './products/keys';
import type { PracticeClock } from './world/clock';
import { deleteKey, deleteValue, readText, setTexts } from './world/registry';
import { startService } from './world/services';
import type { WorldStore } from './world/store';

const restartSeconds = 120;

/**
 * Restarts the simulated Windows: what ran is gone, pending renames are done, services that start
 * by themselves run. Simulated programs notice it and end.
 */
export async function restartServer(store: WorldStore, clock: PracticeClock): Promise<void> {
  await clock.advanceTo(clock.now().getTime() + restartSeconds * 1000);
  await store.change((world) => {
    const booted = clock.now();
    booted.setUTCMilliseconds(0);
    const last = Date.parse(world.bootedAt);
    world.bootedAt = new Date(Math.max(booted.getTime(), last + 1000)).toISOString();
    world.processes = [];
    world.installerBusy = false;
    deleteValue(world.registry, keys.sessionManager, 'PendingFileRenameOperations');
    deleteKey(world.registry, keys.rebootRequired);
    if (readText(world.registry, keys.masterTarget, 'Reboot_Required') === 'yes') {
      setTexts(world.registry, keys.masterTarget, { Reboot_Required: 'no' });
    }
    for (const service of world.services) {
      Object.assign(service, { state: 'stopped', pid: 0, settledAt: null });
    }
    for (const { name, startType } of world.services) {
      if (startType === 'automatic' || startType === 'delayed') startService(world, name, booted);
    }
  });
}
