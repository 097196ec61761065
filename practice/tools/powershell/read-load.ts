import { z } from 'zod';
import { liveProcesses } from '../../world/processes';
import { findService, stateOf } from '../../world/services';
import { script } from './script';

/** A value between -1 and 1 that swings once in so many seconds. */
const swing = (now: Date, seconds: number) =>
  Math.sin((now.getTime() / 1000 / seconds) * 2 * Math.PI);

/**
 * How busy the server is: slow waves over simulated time, higher while set-up runs; a process
 * server that runs sends data. The same moment gives the same answer.
 */
export const readLoad = script(z.object({}), async (context) => {
  const world = await context.world.read();
  const now = context.clock.now();
  const installs = liveProcesses(world).some(({ name }) => name.toLowerCase() === 'unifiedsetup');
  const service = findService(world, 'cxprocessserver');
  const sends = service !== undefined && stateOf(service, now) === 'running';
  return {
    processorPercent: Math.round((installs ? 58 : 9) + 6 * swing(now, 900) + 2 * swing(now, 140)),
    memoryPercent: Math.round((installs ? 41 : sends ? 37 : 24) + 3 * swing(now, 3600)),
    sentBytesPerSecond: Math.round((sends ? 9_000_000 : 4000) * (1 + 0.4 * swing(now, 1200))),
  };
});
