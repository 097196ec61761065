import type { OperationStatus } from '../../contract/operation';

/** Exit codes of psm, as `psm --help` lists them. */
export const EXIT = {
  done: 0,
  stepFailed: 1,
  wrongUse: 2,
  forbidden: 3,
  interrupted: 4,
  restartNeeded: 5,
  locked: 6,
  cancelled: 7,
} as const;

/** The exit code that tells how an operation stands. */
export function exitOf(status: OperationStatus): number {
  switch (status) {
    case 'done':
    case 'undone':
      return EXIT.done;
    case 'failed':
    case 'stopped':
      return EXIT.stepFailed;
    case 'cancelled':
      return EXIT.cancelled;
    case 'restartNeeded':
      return EXIT.restartNeeded;
    case 'running':
    case 'interrupted':
      return EXIT.interrupted;
  }
}

/** The exit code for an operation that could not be started, by the code of its problem. */
export function exitOfProblem(code: string | null): number {
  switch (code) {
    case 'lockHeld':
      return EXIT.locked;
    case 'operationOpen':
      return EXIT.interrupted;
    case 'restartPending':
      return EXIT.restartNeeded;
    case 'secretsNeeded':
      return EXIT.wrongUse;
    default:
      return EXIT.forbidden;
  }
}
