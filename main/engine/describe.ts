import type { CheckResult } from '../../contract/check';
import type { OperationState, OperationSummary } from '../../contract/operation';
import type { PlanStep } from '../../contract/plan';
import type { Problem } from '../../contract/problem';
import { text } from '../../contract/text/engine';
import type { LockHolder } from '../host/ports';

const BOOT_TOLERANCE_MS = 60_000;

/** Boots are told apart by their time, which moves a little when the clock is set. */
export function isSameBoot(a: string, b: string): boolean {
  return a === b || Math.abs(Date.parse(a) - Date.parse(b)) < BOOT_TOLERANCE_MS;
}

/** Who works on this server now, in words. */
export function describeHolder(holder: LockHolder | null): string {
  return holder
    ? text.lockHolder(holder.operation, holder.user, holder.pid, holder.since)
    : text.lockHolderUnknown;
}

/** A journal that can't be read is shown as such and harms nothing else. */
export function unreadable(id: string): OperationSummary {
  return {
    id,
    runbook: '',
    title: text.journalUnreadable,
    status: 'stopped',
    openedAt: '',
    closedAt: null,
    stepsDone: 0,
    stepsTotal: 0,
  };
}

/** The problem that what a step should have done is not seen on the server. */
export function notProven(
  results: readonly CheckResult[],
  words: Pick<Problem, 'what' | 'meaning' | 'next'> = text.notProven,
): Problem {
  const toolWords = results
    .filter((result) => result.verdict !== 'passed')
    .map((result) => text.notProvenLine(result.label, result.found, result.needed));
  return { ...words, toolWords, code: null };
}

/** The problem that a step is not proven, with the way on that the step itself knows. */
export function notProvenOf({ action, whenNotProven }: PlanStep, results: readonly CheckResult[]) {
  // What was entered in a window of the vendor is entered again by a retry.
  const words = action.kind === 'run' && action.window ? text.window.notProven : text.notProven;
  return notProven(results, { ...words, next: whenNotProven ?? words.next });
}

/** The problem that another operation is not over yet. */
export const openProblem = ({ plan }: OperationState): Problem => ({
  ...text.lockHeld(text.openOperation(plan.body.title)),
  toolWords: [],
  code: 'operationOpen',
});

/** A problem in words alone. */
export const plainProblem = (words: Pick<Problem, 'what' | 'meaning' | 'next'>): Problem => ({
  ...words,
  toolWords: [],
  code: null,
});
