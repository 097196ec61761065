import type { CheckResult } from '../../../contract/check';
import type { OperationStatus, StepStatus } from '../../../contract/operation';
import type { CancelRule } from '../../../contract/plan';
import { plural } from './numbers';

export const stepStatusWords: Readonly<Record<StepStatus, string>> = {
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
  alreadyDone: 'Already done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
  undone: 'Undone',
};

export const operationStatusWords: Readonly<Record<OperationStatus, string>> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
  restartNeeded: 'Restart needed',
  stopped: 'Stopped',
  undone: 'Undone',
};

export const checkVerdictWords: Readonly<Record<CheckResult['verdict'], string>> = {
  passed: 'Passed',
  failed: 'Failed',
  couldNotTell: "Couldn't tell",
};

export const cancelEffect: Readonly<Record<CancelRule, string>> = {
  now: 'Cancel stops at once.',
  boundary: 'Cancel stops after this step.',
  never: "This step can't be cancelled.",
};

export const operationText = {
  stay: {
    signOut:
      "Don't sign out, shut down or restart Windows: that would break this step off half-way. Disconnecting a remote session is fine.",
    closeGoesOn: 'If you close this program, the tool of this step goes on by itself.',
    closeEnds:
      'If you close this program, the work ends in order; go on with it when you open the program again.',
  },
  steps: 'Steps',
  stepOf: (step: number, total: number) => `Step ${step} of ${total}`,
  timeLeft: (about: string) => `${about} left`,
  overall: (title: string) => `Progress of "${title}"`,
  checksOf: (title: string) => `Checks of ${title}`,
  cancelling: 'Cancelling…',
  cancelAskedEffect: {
    now: 'Stopping now.',
    boundary: 'Stops when this step has ended.',
    never: 'Stops when this step has ended.',
  } satisfies Record<CancelRule, string>,
  cancel: 'Cancel',
  retry: 'Retry',
  stopHere: 'Stop here',
  goOn: 'Go on',
  milestoneOf: (title: string) => `Progress of "${title}"`,
  windowValues: 'Values to enter',
  log: 'Live log',
  logLabel: 'Output of the running tool',
  logFilter: 'Filter',
  logFilterHint: 'Show lines with…',
  logPause: 'Pause',
  logFollow: 'Follow',
  logEmpty: 'Nothing was written yet.',
  logNoMatch: 'No line matches the filter.',
  logShown: (shown: number, all: number) =>
    shown === all ? plural(all, 'line') : `${shown} of ${plural(all, 'line')}`,
  openedAt: (moment: string) => `Started ${moment}`,
  closedAt: (moment: string) => `Ended ${moment}`,
  interruptedTitle: (title: string) => `"${title}" was interrupted.`,
  interruptedText: (step: number, total: number) =>
    `The program ended at step ${step} of ${total}. What is on the server was looked at again; nothing is done until you choose.`,
  restartTitle: 'Windows has to restart.',
  restartText: (title: string) =>
    `Restart this server. When this program opens again, "${title}" goes on from where it is.`,
  restartTextPractice: (title: string) =>
    `Restart the practice server, then "${title}" goes on from where it is.`,
  restartPractice: 'Restart the practice server',
  leftBehindTitle: 'Some temporary files are still there.',
  leftBehindText: 'They are removed the next time this program starts and nothing uses them.',
  remains: {
    title: 'What is there now',
    there: 'There',
    nothingThere: 'Nothing of it is on this server.',
    missing: 'Not there',
    nothingMissing: 'Nothing is missing.',
    waysOn: 'Ways on',
    commands: (title: string) => `Commands: ${title}`,
  },
  undo: {
    open: 'Undo…',
    title: (title: string) => `Undo "${title}"`,
    text: 'These steps are taken back, the newest first. Each is proven before the next begins.',
    willBe: 'Taken back',
    canNot: 'Without an undo of their own',
    canNotText: (title: string, because: string) => `${title}: ${because}`,
    verb: 'Undo',
    running: 'Undoing',
    takenBack: (undone: number, total: number) =>
      `${undone} of ${plural(total, 'step')} taken back`,
  },
  secretsTitle: 'Enter the secrets again',
  secretsText: 'Secrets are never kept on the disk, so they have to be entered again to go on.',
};
