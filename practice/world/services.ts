import type { Service, World } from './schema';

export type ServiceState = 'running' | 'stopped' | 'starting' | 'stopping';

/** The service of that name, or with that display name; case doesn't count. */
export function findService(world: World, name: string): Service | undefined {
  const wanted = name.toLowerCase();
  return (
    world.services.find((service) => service.name.toLowerCase() === wanted) ??
    world.services.find((service) => service.displayName.toLowerCase() === wanted)
  );
}

/** What the service is at that moment: a start or stop takes its time. */
export function stateOf(service: Service, now: Date): ServiceState {
  const pending = service.settledAt !== null && Date.parse(service.settledAt) > now.getTime();
  if (service.state === 'running') return pending ? 'starting' : 'running';
  return pending ? 'stopping' : 'stopped';
}

/** Windows errors of starting and stopping a service. */
export const serviceErrors = {
  disabled: 1058,
  alreadyRunning: 1056,
  noReplyInTime: 1053,
  notInstalled: 1060,
  notStarted: 1062,
  hasDependents: 1051,
} as const;

/**
 * Starts a service, and first what it depends on. Returns 0 or the Windows error.
 * `seconds` is how long it stays in its starting state.
 */
export function startService(world: World, name: string, now: Date, seconds = 0): number {
  const service = findService(world, name);
  if (!service) return serviceErrors.notInstalled;
  if (service.startType === 'disabled') return serviceErrors.disabled;
  if (service.state === 'running') return serviceErrors.alreadyRunning;
  const failure = service.failsWith ?? world.servicesThatFail[service.name];
  if (failure !== undefined) {
    service.exitCode = failure;
    return failure;
  }
  for (const needed of service.dependsOn) startService(world, needed, now, seconds);
  Object.assign(service, {
    state: 'running',
    pid: world.nextPid,
    exitCode: 0,
    settledAt: new Date(now.getTime() + seconds * 1000).toISOString(),
  });
  world.nextPid += 4;
  return 0;
}

/** Stops a service; refuses while another one that needs it runs. Returns 0 or the Windows error. */
export function stopService(world: World, name: string, now: Date, seconds = 0): number {
  const service = findService(world, name);
  if (!service) return serviceErrors.notInstalled;
  if (service.state === 'stopped') return serviceErrors.notStarted;
  const needs = world.services.some(
    (other) => other.state === 'running' && other.dependsOn.includes(service.name),
  );
  if (needs) return serviceErrors.hasDependents;
  Object.assign(service, {
    state: 'stopped',
    pid: 0,
    exitCode: 0,
    settledAt: new Date(now.getTime() + seconds * 1000).toISOString(),
  });
  return 0;
}

/** Adds a service, or brings an existing one to that form; its state stays. */
export function installService(
  world: World,
  service: Pick<Service, 'name' | 'displayName' | 'startType' | 'binaryPath'> & Partial<Service>,
): void {
  const found = findService(world, service.name);
  if (found) Object.assign(found, service);
  else {
    world.services.push({
      description: '',
      state: 'stopped',
      pid: 0,
      settledAt: null,
      dependsOn: [],
      failsWith: null,
      exitCode: 1077,
      ...service,
    });
  }
}
