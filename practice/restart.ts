import { keys } from './products/keys';
import { noteRestart } from './products/windows';
import type { PracticeClock } from './world/clock';
import { deleteKey, deleteValue, keyExists, readText, readValue, setTexts } from './world/registry';
import type { World } from './world/schema';
import { startService } from './world/services';
import type { WorldStore } from './world/store';

const restartSeconds = 120;

function restartIsPending({ registry }: World): boolean {
  return (
    readValue(registry, keys.sessionManager, 'PendingFileRenameOperations') !== null ||
    keyExists(registry, keys.rebootRequired) ||
    readText(registry, keys.masterTarget, 'Reboot_Required') === 'yes'
  );
}

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
    world.removals = [];
    world.installerBusy = false;
    world.networkLost = false;
    const wasPending = restartIsPending(world);
    deleteValue(world.registry, keys.sessionManager, 'PendingFileRenameOperations');
    deleteKey(world.registry, keys.rebootRequired);
    if (readText(world.registry, keys.masterTarget, 'Reboot_Required') === 'yes') {
      setTexts(world.registry, keys.masterTarget, { Reboot_Required: 'no' });
    }
    if (wasPending && world.restartsNeeded > 1) {
      world.restartsNeeded -= 1;
      noteRestart(world);
    }
    for (const service of world.services) {
      Object.assign(service, { state: 'stopped', pid: 0, settledAt: null, startsInVain: false });
    }
    for (const { name, startType } of world.services) {
      if (startType === 'automatic' || startType === 'delayed') startService(world, name, booted);
    }
  });
}
