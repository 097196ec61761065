import type { Application } from '../application/application';
import type { PracticeControl } from '../application/services';
import type { NativeApproval } from '../services';

export interface WiringOptions {
  mode: 'practice' | 'real';
  scenario?: string | undefined;
  timeFactor?: number | undefined;
  stateFolder?: string | undefined;
  approval?: NativeApproval;
  program?: 'window' | 'psm';
  /** Practice tools as programs of their own instead of functions: for tests. */
  executables?: boolean | undefined;
  /** What is started again after a restart of Windows; without it the running program file. */
  startAgain?: readonly [string, ...string[]] | undefined;
}

export interface Wired {
  application: Application;
  practice: PracticeControl | null;
}
