import { processIsAlive } from './file-lock';
import type { World } from './schema';

/** The simulated processes that still run: those whose player has died are gone. */
export function liveProcesses(world: World): World['processes'] {
  return world.processes.filter(({ playedBy }) => playedBy === null || processIsAlive(playedBy));
}

/** Notes a process of this real one; returns its simulated id. */
export function addProcess(world: World, name: string, now: Date): number {
  const pid = world.nextPid;
  world.nextPid += 4;
  const startedAt = now.toISOString();
  world.processes = liveProcesses(world);
  world.processes.push({ pid, name, session: world.session, startedAt, playedBy: process.pid });
  return pid;
}

export function removeProcess(world: World, pid: number): void {
  world.processes = world.processes.filter((process) => process.pid !== pid);
}
