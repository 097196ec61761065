import type { PracticeClock } from '../world/clock';
import { openFiles } from '../world/files';
import { addProcess } from '../world/processes';
import { deleteKey, keyExists, keysBelow, readText } from '../world/registry';
import type { World } from '../world/schema';
import { findService, serviceErrors, stopService } from '../world/services';
import type { WorldStore } from '../world/store';
import { installedFolder } from './installed';
import { keys, uninstallKeys } from './keys';
import type { InstallTarget } from './target';
import { asrFolder } from './windows';

export type RemovedPart = World['removals'][number]['part'];

export const masterTargetServices = ['svagents', 'InMage Scout Application Service'];
const data = 'C:\\ProgramData\\Microsoft Azure Site Recovery';
const agentFolder = 'C:\\Program Files\\Microsoft Azure Recovery Services Agent';

/** The vendor's guards ask for key and service both (vendor source, ucx_server_setup.iss). */
export const guards = {
  masterTarget: (world: World) =>
    keyExists(world.registry, keys.masterTarget) && findService(world, 'svagents') !== undefined,
  processServer: (world: World) =>
    keyExists(world.registry, keys.processServer) && findService(world, 'tmansvc') !== undefined,
};

/** Stops and removes services; false when one of them refuses. */
export function removeServices(world: World, names: readonly string[], now: Date): boolean {
  for (const name of names) {
    const code = findService(world, name) ? stopService(world, name, now) : 0;
    if (code !== 0 && code !== serviceErrors.notStarted && code !== serviceErrors.hasDependents) {
      return false;
    }
  }
  world.services = world.services.filter(({ name }) => !names.includes(name));
  return true;
}

/** Removes a key with all below it. */
export function removeKeys(world: World, key: string): void {
  for (const one of keysBelow(world.registry, key)) deleteKey(world.registry, one);
  deleteKey(world.registry, key);
}

/** Goes on after the first process has returned: as the copy of Inno Setup, or another msiexec. */
export async function removeLater(
  store: WorldStore,
  clock: PracticeClock,
  removal: { part: RemovedPart; process: string; seconds: number },
): Promise<void> {
  const { part, process, seconds } = removal;
  const doneAt = new Date(clock.now().getTime() + seconds * 1000).toISOString();
  await store.change((world) => {
    const pid = addProcess(world, process, clock.now());
    for (const one of world.processes) if (one.pid === pid) one.playedBy = null;
    if (process === 'msiexec') world.installerBusy = true;
    world.removals.push({ part, process, doneAt });
  });
}

/** Does what is due of that by now. Nobody waits for it, so whoever looks next sees it done. */
export async function settleRemovals(store: WorldStore, clock: PracticeClock): Promise<void> {
  const isDue = ({ doneAt }: World['removals'][number]) =>
    Date.parse(doneAt) <= clock.now().getTime();
  if (!(await store.read()).removals.some(isDue)) return;
  const due = await store.change((world) => {
    const taken = world.removals.filter(isDue);
    world.removals = world.removals.filter((one) => !taken.includes(one));
    for (const { process } of taken) {
      world.processes = world.processes.filter(({ name }) => name !== process);
      if (process === 'msiexec') world.installerBusy = false;
    }
    return taken.map(({ part }) => part);
  });
  const files = openFiles(store, { now: clock.now, asSystem: true });
  for (const part of due) await removePart({ store, files, now: clock.now }, part);
}

/** All files of a folder that nobody holds open; the folder stays when one does. */
async function removeFolder({ store, files }: InstallTarget, folder: string): Promise<void> {
  const { lockedFiles } = await store.read();
  const isLocked = (path: string) => {
    const lower = path.toLowerCase();
    return lockedFiles.some(
      (file) => file.toLowerCase() === lower || file.toLowerCase().startsWith(`${lower}\\`),
    );
  };
  if (!isLocked(folder)) return files.removeTree(folder);
  const found = await files.stat(folder);
  if (found?.isFolder !== true) return;
  for (const name of await files.list(folder)) {
    await removeFolder({ store, files, now: () => new Date() }, `${folder}\\${name}`);
  }
}

/** What is gone when that uninstaller is through (vendor source, the installers). */
export async function removePart(target: InstallTarget, part: RemovedPart): Promise<void> {
  const world = await target.store.read();
  const { registry } = world;
  const folders: string[] = [];
  if (part === 'masterTarget') {
    const folder = readText(registry, keys.masterTarget, 'InstallDirectory');
    if (folder !== null) folders.push(folder);
    folders.push('C:\\SRV');
    if (!keyExists(registry, keys.processServer)) folders.push(data);
  }
  if (part === 'agent') folders.push(`${agentFolder}\\bin`);
  if (part === 'dependencies') {
    folders.push('C:\\strawberry', 'C:\\thirdparty', 'C:\\site', 'C:\\bin', 'C:\\Temp');
  }
  if (part === 'processServer') {
    const whole = installedFolder(world);
    if (whole !== null) folders.push(`${whole}\\home`);
    if (!keyExists(registry, keys.masterTarget)) folders.push(data);
  }
  for (const folder of folders) await removeFolder(target, folder);
  await target.store.change((draft) => takeFromRegistry(draft, part));
}

function takeFromRegistry(world: World, part: RemovedPart): void {
  removeKeys(world, uninstallKeys[part]);
  if (part === 'masterTarget') {
    removeKeys(world, keys.masterTarget);
    if (!keyExists(world.registry, keys.processServer)) {
      removeKeys(world, keys.svSystems);
      removeKeys(world, keys.inMage);
    }
  }
  if (part === 'processServer') {
    removeKeys(world, keys.processServer);
    removeKeys(world, keys.svSystems);
    removeKeys(world, keys.csMode);
    world.junctions = world.junctions.filter(({ path }) => path !== asrFolder);
    // The rule for port 443 is one that the uninstaller forgets.
    world.firewallRules = world.firewallRules.filter(
      (rule) => !rule.startsWith('Open Port ') || rule === 'Open Port 443',
    );
  }
  if (part === 'dependencies') removeKeys(world, keys.dependencies);
  if (part === 'agent') {
    removeKeys(world, keys.agentSetup);
    world.services = world.services.filter(({ name }) => name !== 'obengine');
  }
}
