import type { CheckResult } from '../../../contract/check';
import type { OperationStatus, StepStatus } from '../../../contract/operation';
import type { Precondition } from '../../../contract/runbook';
import type { Tone } from './Status';

export const stepTones: Readonly<Record<StepStatus, Tone>> = {
  waiting: 'waiting',
  running: 'busy',
  done: 'good',
  alreadyDone: 'good',
  failed: 'bad',
  cancelled: 'stopped',
  interrupted: 'warning',
  undone: 'stopped',
};

export const operationTones: Readonly<Record<OperationStatus, Tone>> = {
  running: 'busy',
  done: 'good',
  failed: 'bad',
  cancelled: 'stopped',
  interrupted: 'warning',
  restartNeeded: 'warning',
  stopped: 'stopped',
  undone: 'stopped',
};

/** A check that could not tell never looks like one that passed. */
export const checkTones: Readonly<Record<CheckResult['verdict'], Tone>> = {
  passed: 'good',
  failed: 'bad',
  couldNotTell: 'unknown',
};

export const verdictTones: Readonly<Record<Precondition['verdict'], Tone>> = {
  blocks: 'bad',
  warns: 'warning',
  passed: 'good',
};

/** Something that was found out before it is needed. */
export const findingTone = (isGood: boolean): Tone => (isGood ? 'good' : 'warning');
