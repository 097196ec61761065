import type { Problem } from '../problem';

type Words = Pick<Problem, 'what' | 'meaning' | 'next'>;

const lookAndRetry =
  'Look at the service in the Services console and in the event log, then retry.';

/** What the errors of Windows mean that a service can be refused with. */
const meanings: Readonly<Record<number, Omit<Words, 'what'>>> = {
  5: {
    meaning: 'Windows denied access to the service.',
    next: 'Start this program as an administrator, then retry.',
  },
  1051: {
    meaning: 'Other services that run now need it.',
    next: 'Stop the services that depend on it first, then retry.',
  },
  1052: {
    meaning: 'The service runs and does not accept to be stopped.',
    next: 'Restart Windows, or end its process, which is named below, then retry.',
  },
  1053: {
    meaning: 'The service did not answer Windows in time, or its program ended before it did.',
    next: lookAndRetry,
  },
  1058: {
    meaning: 'The service is disabled, or what it needs is.',
    next: 'Set its start type to Manual or Automatic, then retry.',
  },
  1060: {
    meaning: 'There is no service of this name on this server.',
    next: 'Check that the product it belongs to is installed, then look again.',
  },
  1061: {
    meaning: 'The service is starting or stopping and takes no orders meanwhile.',
    next: 'Wait until it has settled, then retry.',
  },
  1066: {
    meaning: 'The program of the service ended with an error of its own.',
    next: 'Look into the log of the service for the error named below, then retry.',
  },
  1067: {
    meaning: 'The program of the service crashed.',
    next: 'Look into the event log and the log of the service, then retry.',
  },
  1068: {
    meaning: 'A service that it depends on could not be started.',
    next: 'Start the services it depends on first, then retry.',
  },
  1069: {
    meaning: 'Windows could not sign in with the account of the service.',
    next: 'Check the account and password of the service in the Services console, then retry.',
  },
  1072: {
    meaning: 'The service is being removed.',
    next: 'Close the Services console and the Task Manager, or restart Windows, then retry.',
  },
};

const whatOf = {
  look: (service: string) => `Couldn't look at the service ${service}.`,
  start: (service: string) => `Couldn't start the service ${service}.`,
  stop: (service: string) => `Couldn't stop the service ${service}.`,
  configure: (service: string) => `Couldn't set how the service ${service} starts.`,
};

const process = (pid: number | null) =>
  pid === null ? 'It has no process.' : `Its process ${pid} still runs.`;

/** Words of starting and stopping services. */
export const serviceCommandsText = {
  /** Windows refused with one of its errors. */
  refused: (order: keyof typeof whatOf, service: string, code: number): Words => ({
    what: whatOf[order](service),
    meaning: 'Windows refused.',
    next: lookAndRetry,
    ...meanings[code],
  }),
  /** The tool itself did not do its work. */
  toolFailed: (order: keyof typeof whatOf, service: string, tool: string): Words => ({
    what: whatOf[order](service),
    meaning: `${tool} did not answer as it should, so the state of the service is not known.`,
    next: 'Mend what the words below name, then retry.',
  }),
  endedAgain: (service: string, code: number): Words => ({
    what: `The service ${service} started and ended again.`,
    meaning: 'It ended by itself without an error of Windows.',
    next: lookAndRetry,
    ...meanings[code],
  }),
  startTimedOut: (service: string, seconds: number, pid: number | null): Words => ({
    what: `Couldn't see the service ${service} running within ${seconds} seconds.`,
    meaning: `It was told to start and is not done. ${process(pid)}`,
    next: 'Wait, then retry, or look into the log of the service.',
  }),
  stopTimedOut: (service: string, seconds: number, pid: number | null): Words => ({
    what: `Couldn't see the service ${service} stopped within ${seconds} seconds.`,
    meaning: `It was told to stop and is not done. ${process(pid)}`,
    next: 'Wait, then retry. If it never stops, restart Windows: ending the process by hand may leave its work half done.',
  }),
  notSet: (service: string, wanted: string): Words => ({
    what: whatOf.configure(service),
    meaning: `Windows accepted ${wanted}, and shows another start type.`,
    next: 'Look for a policy or a program that sets it back, then retry.',
  }),
  processIs: (pid: number) => `process: ${pid}`,
  programIs: (program: string) => `program: ${program}`,
  startTypeIs: (startType: string) => `start type: ${startType}`,
  notOrdered: (order: keyof typeof whatOf, service: string): Words => ({
    what: whatOf[order](service),
    meaning: 'It was cancelled before. Nothing was asked of this service.',
    next: 'Look at the state of the services before you go on.',
  }),
  paused: (order: keyof typeof whatOf, service: string): Words => ({
    what: whatOf[order](service),
    meaning: 'The service is paused: its program runs and does no work.',
    next: 'Resume it in the Services console, or stop it and start it again.',
  }),
  cancelled: (service: string): Words => ({
    what: `Stopped waiting for the service ${service}.`,
    meaning: 'The order was given and goes on by itself.',
    next: 'Look at the state of the service before you go on.',
  }),
  exitCode: (code: number) => `exit code ${code}`,
  ownError: (code: number) => `error ${code} of the service itself`,
  became: (service: string, state: string, pid: number | null) =>
    pid === null ? `${service}: ${state}` : `${service}: ${state}, process ${pid}`,
  stateIs: (state: string) => `state: ${state}`,
  runsToo: (names: readonly string[]) => `Running and depending on it: ${names.join(', ')}`,
} as const;
