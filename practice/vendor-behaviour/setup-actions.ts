import { setupExitCodes } from './exit-codes';
import type { SetupMessage } from './setup-journal';

/** The part of an installation an action belongs to. */
export type SetupStep =
  | 'checkPassphrase'
  | 'installThirdParty'
  | 'installProcessServer'
  | 'installMasterTarget'
  | 'configureMasterTarget'
  | 'installMars'
  | 'registerMasterTarget'
  | 'setMarsProxy';

interface ActionBase {
  step: SetupStep;
  /** The action in one line: a command with its arguments, or `[kind] what`. */
  text: string;
  /** What set-up says before and after it, apart from what it says about a command itself. */
  before: readonly SetupMessage[];
  after: readonly SetupMessage[];
}

/** A program set-up starts and waits for. */
export interface RunAction extends ActionBase {
  kind: 'run';
  file: string;
  /** Everything after the program's name; some begin with a blank of their own. */
  args: string;
  /** False when the arguments hold a secret that the log must not show. */
  logsArguments: boolean;
  /** Further exit codes that are a success and ask for a restart. */
  restartCodes: readonly number[];
  /** An exit code that has set-up wait and try once more, and the wait in seconds. */
  retry: { code: number; seconds: number } | null;
  /** Set-up's own exit code when the program fails. */
  exitOnFailure: number;
  onFailure: readonly SetupMessage[];
}

/** What set-up does itself. */
export type OwnAction =
  | (ActionBase & { kind: 'copy'; from: string; to: string })
  | (ActionBase & { kind: 'stop service' | 'start service'; service: string });

/** One thing set-up does after its arguments were accepted. */
export type SetupAction = RunAction | OwnAction;

/** A line for the log alone. */
export const note = (text: string): SetupMessage => ({ text, console: false });
/** A line for the log and the console. */
export const say = (text: string): SetupMessage => ({ text, console: true });

type RunDetails = Pick<RunAction, 'step' | 'file' | 'args'> & Partial<Omit<RunAction, 'kind'>>;

/** A command; without more it fails set-up with exit code 1, and says nothing. */
export function run(details: RunDetails): RunAction {
  return {
    text: `${details.file} ${details.args}`,
    before: [],
    after: [],
    logsArguments: true,
    restartCodes: [],
    retry: null,
    exitOnFailure: setupExitCodes.Failed,
    onFailure: [],
    ...details,
    kind: 'run',
  };
}

/** Copying a file over another one. */
export function copy(step: SetupStep, from: string, to: string): SetupAction {
  return { kind: 'copy', step, from, to, text: `[copy] ${from} -> ${to}`, before: [], after: [] };
}

/** Stopping and starting a service again; `after` is said once it runs. */
export function restartService(
  step: SetupStep,
  service: string,
  after: readonly SetupMessage[],
): SetupAction[] {
  const silent = { before: [], after: [] };
  return [
    { kind: 'stop service', step, service, text: `[stop service] ${service}`, ...silent },
    { kind: 'start service', step, service, text: `[start service] ${service}`, before: [], after },
  ];
}
