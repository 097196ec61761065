import { describeAction } from '../../../contract/describe-action';
import { text } from '../../../contract/text/engine';
import { done, type Perform } from './context';

const words = text.serviceCommands;

/** Starts or stops one service; only a step that may be cancelled at once ends the waiting. */
export const orderService: Perform<'service'> = async (action, context) => {
  const { service, order, seconds } = action;
  const { start, stop } = context.server.serviceCommands;
  const signal = context.step.cancel === 'now' ? { signal: context.signal } : {};
  context.line('engine', describeAction(action));
  const ended = await (order === 'start' ? start : stop)(service, { seconds, ...signal });
  if (!ended.ok) return { kind: 'failed', problem: ended.problem, facts: {} };
  const { state, pid } = ended.value;
  context.line('engine', words.became(service, state, pid));
  return done({ state, ...(pid === null ? {} : { process: String(pid) }) });
};

/** Sets the start type of one service. What it was is a fact of the step. */
export const setStartType: Perform<'startType'> = async (action, context) => {
  const { service, startType } = action;
  context.line('engine', describeAction(action));
  const set = await context.server.serviceCommands.setStartType(service, startType);
  if (!set.ok) return { kind: 'failed', problem: set.problem, facts: {} };
  return done({ startTypeBefore: set.value });
};
