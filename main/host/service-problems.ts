import type { Problem } from '../../contract/problem';
import { text } from '../../contract/text/engine';
import { type Collected, describeEnd } from './collect';
import type { ListedService } from './services';
import { failureWords } from './tool-failure';

const words = text.serviceCommands;
const TOOL = 'sc.exe';
const saidBy = (lines: readonly string[]) => lines.map((line) => `${TOOL}: ${line}`);

/** The program of the service ended with an error of its own. */
const OWN_ERROR = 1066;

export type Order = 'look' | 'start' | 'stop' | 'configure';

/** sc.exe refused, or did not do its work at all; with its words and the error of Windows. */
export const refusal = (order: Order, service: string, run: Collected): Problem => ({
  ...(run.end.kind === 'exited' && run.end.code !== 0
    ? words.refused(order, service, run.end.code)
    : words.toolFailed(order, service, TOOL)),
  toolWords: saidBy(failureWords(run)),
  code: run.end.kind === 'exited' ? String(run.end.code) : describeEnd(run.end),
});

/** What the registry tells of services could not be read. */
export const unreadable = (order: Order, service: string, error: unknown): Problem => ({
  ...words.toolFailed(order, service, 'reg.exe'),
  toolWords: [error instanceof Error ? error.message : String(error)],
  code: null,
});

/** The time is over, or the waiting was cancelled; names the process that still runs. */
export function notInTime(
  order: 'start' | 'stop',
  { name, pid, state }: ListedService,
  { seconds, signal }: { seconds: number; signal?: AbortSignal },
): Problem {
  const inTime = order === 'start' ? words.startTimedOut : words.stopTimedOut;
  return {
    ...(signal?.aborted ? words.cancelled(name) : inTime(name, seconds, pid)),
    toolWords: saidBy([words.stateIs(state)]),
    code: null,
  };
}

/** Names the process that goes on. */
export const ofProcess = (problem: Problem, pid: number): Problem => ({
  ...problem,
  toolWords: [...problem.toolWords, words.processIs(pid)],
});

/** Names the program of the process that goes on. */
export const ofProgram = (problem: Problem, program: string): Problem => ({
  ...problem,
  toolWords: [...problem.toolWords, words.programIs(program)],
});

/** sc.exe was content, and the registry shows another start type. */
export const notSet = (service: string, wanted: string, found: string): Problem => ({
  ...words.notSet(service, wanted),
  toolWords: saidBy([words.startTypeIs(found)]),
  code: null,
});

/** Nothing was asked of it, because somebody cancelled before. */
export const notOrdered = (order: 'start' | 'stop', service: string): Problem => ({
  ...words.notOrdered(order, service),
  toolWords: [],
  code: null,
});

/** It runs, but does no work until it is resumed; starting does not do that. */
export const isPaused = (order: 'start' | 'stop', service: string): Problem => ({
  ...words.paused(order, service),
  toolWords: saidBy([words.stateIs('paused')]),
  code: null,
});

/** It ended by itself: with which error, and whose. */
export const endedAgain = ({ name, exitCode, ownExitCode }: ListedService): Problem => ({
  ...words.endedAgain(name, exitCode),
  toolWords: saidBy([
    words.exitCode(exitCode),
    ...(exitCode === OWN_ERROR ? [words.ownError(ownExitCode)] : []),
  ]),
  code: String(exitCode),
});

/** Names the services that keep another one from stopping. */
export const alsoRunning = (problem: Problem, names: readonly string[]): Problem => ({
  ...problem,
  toolWords: [...problem.toolWords, ...(names.length > 0 ? [words.runsToo(names)] : [])],
});
