import type { PlanStep } from './plan';

/**
 * True for a step that is left to itself when the program is closed: a tool that must not be broken
 * off, or a window in which a person works. It is taken up at the next start.
 */
export const goesOnAlone = ({ action, cancel }: PlanStep): boolean =>
  cancel === 'never' || (action.kind === 'run' && action.window !== undefined);
