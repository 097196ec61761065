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
  if (!pending) return 'stopped';
  return service.startsInVain ? 'starting' : 'stopping';
}

/** Windows errors of starting and stopping a service. */
export const serviceErrors = {
  notAccepted: 1052,
  disabled: 1058,
  alreadyRunning: 1056,
  noReplyInTime: 1053,
  notInstalled: 1060,
  notNow: 1061,
  notStarted: 1062,
  hasDependents: 1051,
} as const;

const FOR_EVER = 10 * 365 * 86_400;

const after = (now: Date, seconds: number) =>
  new Date(now.getTime() + seconds * 1000).toISOString();

/**
 * Starts a service, and first what it depends on. Returns 0 or the Windows error.
 * `seconds` is how long it stays in its starting state.
 */
export function startService(world: World, name: string, now: Date, seconds = 0): number {
  const service = findService(world, name);
  if (!service) return serviceErrors.notInstalled;
  if (service.startType === 'disabled') return serviceErrors.disabled;
  // Windows says the same of one that still stops.
  if (stateOf(service, now) !== 'stopped') return serviceErrors.alreadyRunning;
  const failure = service.failsWith ?? world.servicesThatFail[service.name];
  if (failure !== undefined) {
    service.exitCode = failure;
    return failure;
  }
  for (const needed of service.dependsOn) startService(world, needed, now, seconds);
  const { start, endsWith } = world.serviceHabits[service.name] ?? {};
  Object.assign(service, {
    state: endsWith === undefined ? 'running' : 'stopped',
    pid: world.nextPid,
    exitCode: endsWith ?? 0,
    startsInVain: endsWith !== undefined,
    settledAt: after(now, start ?? seconds),
  });
  world.nextPid += 4;
  return 0;
}

/** Stops a service; refuses while another one that needs it runs. Returns 0 or the Windows error. */
export function stopService(world: World, name: string, now: Date, seconds = 0): number {
  const service = findService(world, name);
  if (!service) return serviceErrors.notInstalled;
  const state = stateOf(service, now);
  if (state === 'stopped') return serviceErrors.notStarted;
  if (state === 'stopping' || service.startsInVain) return serviceErrors.notNow;
  const { stop } = world.serviceHabits[service.name] ?? {};
  if (stop === 'refuses') return serviceErrors.notAccepted;
  const needs = world.services.some(
    (other) => other.state === 'running' && other.dependsOn.includes(service.name),
  );
  if (needs) return serviceErrors.hasDependents;
  Object.assign(service, {
    state: 'stopped',
    exitCode: 0,
    startsInVain: false,
    settledAt: after(now, stop === 'never' ? FOR_EVER : (stop ?? seconds)),
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
      startsInVain: false,
      ...service,
    });
  }
}
