import type { Registry, RegistryValue, World } from './schema';

const services = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services';
const starts = { automatic: 2, delayed: 2, manual: 3, disabled: 4 } as const;

/** The registry as a reader finds it: with the key Windows keeps for each service. */
export function wholeRegistry(world: World): Registry {
  const registry: Registry = { ...world.registry };
  for (const service of world.services) {
    const values: Record<string, RegistryValue> = {
      Type: { type: 'REG_DWORD', data: 16 },
      Start: { type: 'REG_DWORD', data: starts[service.startType] },
      ErrorControl: { type: 'REG_DWORD', data: 1 },
      ImagePath: { type: 'REG_EXPAND_SZ', data: service.binaryPath },
      DisplayName: { type: 'REG_SZ', data: service.displayName },
      ObjectName: { type: 'REG_SZ', data: 'LocalSystem' },
    };
    if (service.startType === 'delayed') values.DelayedAutostart = { type: 'REG_DWORD', data: 1 };
    if (service.dependsOn.length > 0) {
      values.DependOnService = { type: 'REG_MULTI_SZ', data: service.dependsOn };
    }
    if (service.description !== '') {
      values.Description = { type: 'REG_SZ', data: service.description };
    }
    registry[`${services}\\${service.name}`] = values;
  }
  return registry;
}
