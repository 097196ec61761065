import type { Fault } from '../world/schema';
import type { WorldStore } from '../world/store';
import { type ToolContext, ToolGone } from './tool';

/** Takes the next fault that waits there; null when nothing goes wrong. */
export async function takeFault(
  world: WorldStore,
  tool: string,
  at: string | null,
): Promise<Fault | null> {
  const { faults } = await world.read();
  const waits = (fault: Fault) => fault.tool === tool && fault.at === at && fault.times !== 0;
  if (!faults.some(waits)) return null;
  return await world.change((draft) => {
    const fault = draft.faults.find(waits);
    if (!fault) return null;
    if (fault.times === 1) draft.faults.splice(draft.faults.indexOf(fault), 1);
    else if (fault.times !== null) fault.times -= 1;
    return { ...fault };
  });
}

/**
 * What a fault does to the program it hits: its exit code, or an end by force. Null when the
 * program goes on as if nothing had happened.
 */
export async function sufferFault(fault: Fault, context: ToolContext): Promise<number | null> {
  const { how } = fault;
  if (how === 'dies') throw new ToolGone('crashed');
  if (how === 'hangs') return await context.hang();
  if (how === 'signOut') return context.signOut();
  if ('clockJump' in how) {
    const { clock } = context;
    await clock.jump(
      how.clockJump === 'beforeMidnight'
        ? untilMidnight(clock.now()) - shortlyBefore
        : how.clockJump * minute,
    );
    return null;
  }
  context.output(how.output);
  context.error(how.error);
  return how.exit;
}

const minute = 60_000;
const shortlyBefore = minute / 2;

function untilMidnight(now: Date): number {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime() - now.getTime();
}
