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

/** What a fault does to the program it hits: its exit code, or an end by force. */
export async function sufferFault(fault: Fault, context: ToolContext): Promise<number> {
  if (fault.how === 'dies') throw new ToolGone('crashed');
  if (fault.how === 'hangs') return await context.hang();
  context.output(fault.how.output);
  context.error(fault.how.error);
  return fault.how.exit;
}
