import { keyExists, readText } from '../world/registry';
import type { World } from '../world/schema';
import { followJunctions, formatWindowsPath, parseWindowsPath } from '../world/windows-path';
import { keys, type Product, uninstallKeys } from './keys';

/** The version of a product as its uninstall entry has it; null when it isn't installed. */
export function installedVersion(world: World, product: Product): string | null {
  return readText(world.registry, uninstallKeys[product], 'DisplayVersion');
}

/** The folder the process server was installed to, without `\home\svsystems`; junctions followed. */
export function installedFolder(world: World): string | null {
  const folder = readText(world.registry, keys.processServer, 'InstallDirectory');
  const parsed = parseWindowsPath(folder ?? '');
  if (!parsed) return null;
  const real = formatWindowsPath(followJunctions(parsed, world));
  return real.replace(/\\home\\svsystems$/i, '');
}

/** The folder of the master target's programs; null when it isn't installed. */
export function agentFolder(world: World): string | null {
  return readText(world.registry, keys.masterTarget, 'InstallDirectory');
}

/** True when the master target is registered with the vault. */
export function isRegistered(world: World): boolean {
  return keyExists(world.registry, keys.registration);
}

/** "A process server is already there": its version in the registry, or the service tmansvc. */
export function processServerExists(world: World): boolean {
  const version = readText(world.registry, keys.processServer, 'Version');
  return version !== null || world.services.some(({ name }) => name === 'tmansvc');
}
