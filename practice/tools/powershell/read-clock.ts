import { z } from 'zod';
import { readSettings } from '../../products/windows-settings';
import { script } from './script';

/** How far the clock is ahead of its time source, which doesn't answer without a network. */
export const readClock = script(z.object({}), async (context) => {
  const { registry, networkLost, clockOffsetSeconds } = await context.world.read();
  const { timeSource } = readSettings(registry);
  const answers = timeSource !== '' && !networkLost;
  return { timeSource, clockOffsetSeconds: answers ? clockOffsetSeconds : null };
});
