import { START_TYPE_WORDS } from '../../contract/describe-action';
import type { ServiceFact } from '../../contract/facts';
import { failure, type Problem, type Result, success } from '../../contract/problem';
import { textValue } from '../../contract/registry-value';
import { joinServerPath } from '../../contract/server-path';
import { type Collected, collect } from './collect';
import type { ServerHost } from './ports';
import type { RegistryReader } from './registry';
import { dependentsIn, startOrder, stopOrder } from './service-order';
import {
  alsoRunning,
  endedAgain,
  isPaused,
  notInTime,
  notOrdered,
  notSet,
  type Order,
  ofProcess,
  ofProgram,
  refusal,
  unreadable,
} from './service-problems';
import {
  dependenciesOf,
  type ListedService,
  parseServiceList,
  SERVICES_KEY,
  startTypeOf,
} from './services';

/** Errors of Windows that sc.exe ends with. Source: Microsoft's list of system error codes. */
const ERROR = {
  dependentsRun: 1051,
  notAccepted: 1052,
  noAnswer: 1053,
  alreadyRuns: 1056,
  notNow: 1061,
  notStarted: 1062,
  neverStarted: 1077,
} as const;

/** Answers to a stop after which only the state tells what comes of it. */
const WAITS = new Set<number>([0, ERROR.noAnswer, ERROR.notStarted]);

export interface ServiceStatus {
  state: ServiceFact['state'];
  pid: number | null;
  /** Windows error it ended with, 0 for none; 1066 when `ownExitCode` tells. */
  exitCode: number;
  ownExitCode: number;
  startType: ServiceFact['startType'];
  dependsOn: string[];
}

export type SetStartType = keyof typeof START_TYPE_WORDS;

/** How long to wait for one service; a signal ends the waiting and gives no more orders. */
export interface Patience {
  seconds: number;
  signal?: AbortSignal;
}

export interface ServiceCommands {
  state(name: string): Promise<Result<ServiceStatus>>;
  /** Starts it and waits until it runs; one that runs already is fine. */
  start(name: string, patience: Patience): Promise<Result<ListedService>>;
  /** Stops it and waits until it is stopped; one that is stopped already is fine. */
  stop(name: string, patience: Patience): Promise<Result<ListedService>>;
  /** Sets how Windows starts it and reads it back from the registry; the value is what it was. */
  setStartType(name: string, startType: SetStartType): Promise<Result<ServiceFact['startType']>>;
  /** Each after what it depends on, else in the given order; ends at the first that fails. */
  startAll(names: readonly string[], patience: Patience): Promise<Result<string[]>>;
  /** Each after what depends on it. The value is the order. Only the named ones are touched. */
  stopAll(names: readonly string[], patience: Patience): Promise<Result<string[]>>;
}

export interface ServiceCommandLimits {
  /** Windows itself waits 30 s for a service that does not answer, twice at worst. */
  toolSeconds: number;
  pollSeconds: number;
}

/**
 * Starts and stops services through `sc.exe`: it gives the order, comes back at once and ends with
 * the very error of Windows, where `net.exe` waits, asks questions and ends with 2 for everything.
 * What came of an order is read from the state, never from the answer.
 */
export function createServiceCommands(
  host: ServerHost,
  registry: RegistryReader,
  { toolSeconds, pollSeconds }: ServiceCommandLimits = { toolSeconds: 90, pollSeconds: 0.5 },
): ServiceCommands {
  const sc = (verb: string, name: string, ...more: string[]): Promise<Collected> =>
    collect(host.processes, {
      file: joinServerPath(host.places.system32, 'sc.exe'),
      args: [verb, name, ...more],
      cwd: host.places.system32,
      encoding: 'oem',
      timeoutSeconds: toolSeconds,
    });

  const look = async (name: string, order: Order): Promise<Result<ListedService>> => {
    const run = await sc('queryex', name);
    const [found] = parseServiceList(run.output);
    const told = run.end.kind === 'exited' && run.end.code === 0 && found?.state !== 'unknown';
    return told && found ? success(found) : failure(refusal(order, name, run));
  };

  /** Looks until the state is none of those that pass, or the time is over. */
  const settle = async (
    name: string,
    order: Order,
    limit: number,
    passing: (service: ListedService) => boolean,
    signal?: AbortSignal,
  ): Promise<{ last: Result<ListedService>; inTime: boolean }> => {
    while (true) {
      const last = await look(name, order);
      if (!last.ok || !passing(last.value)) return { last, inTime: true };
      if (signal?.aborted || host.clock.now().getTime() >= limit) return { last, inTime: false };
      await host.clock.sleep(pollSeconds, signal);
    }
  };

  const limitOf = ({ seconds }: Patience) => host.clock.now().getTime() + seconds * 1000;

  const readKey = async (order: Order, name: string, key: string) => {
    try {
      return success(await registry.read('64', key));
    } catch (error) {
      return failure(unreadable(order, name, error));
    }
  };

  const start: ServiceCommands['start'] = async (name, patience) => {
    const limit = limitOf(patience);
    while (true) {
      if (patience.signal?.aborted) return failure(notOrdered('start', name));
      const run = await sc('start', name);
      const code = run.end.kind === 'exited' ? run.end.code : null;
      if (code !== 0 && code !== ERROR.alreadyRuns) return failure(refusal('start', name, run));
      const isUnderWay = ({ state, exitCode }: ListedService) =>
        state !== 'running' &&
        state !== 'paused' &&
        !(state === 'stopped' && exitCode !== ERROR.neverStarted);
      const { last, inTime } = await settle(name, 'start', limit, isUnderWay, patience.signal);
      if (!last.ok) return last;
      if (last.value.state === 'paused') return failure(isPaused('start', name));
      if (!inTime) return failure(notInTime('start', last.value, patience));
      if (last.value.state === 'running') return last;
      // "Already runs" is also the answer while it still stops: then it is told once more.
      if (code === 0 || host.clock.now().getTime() >= limit) return failure(endedAgain(last.value));
    }
  };

  const stop: ServiceCommands['stop'] = async (name, patience) => {
    const limit = limitOf(patience);
    let wasRefused = false;
    while (true) {
      if (patience.signal?.aborted) return failure(notOrdered('stop', name));
      const run = await sc('stop', name);
      const code = run.end.kind === 'exited' ? run.end.code : null;
      if (code === ERROR.dependentsRun) return failure(await withDependents(name, run));
      const isRefused = code === ERROR.notAccepted;
      // It may have reached its next state since then: one refusal is no last word.
      const isNotNow =
        code === ERROR.notNow || (isRefused && (!wasRefused || (await settles(name))));
      wasRefused = isRefused;
      if (!isNotNow && (code === null || !WAITS.has(code))) {
        return failure(await withProcess(name, refusal('stop', name, run)));
      }
      const isUnderWay = ({ state }: ListedService) =>
        state !== 'stopped' && !(isNotNow && (state === 'running' || state === 'paused'));
      const { last, inTime } = await settle(name, 'stop', limit, isUnderWay, patience.signal);
      if (!last.ok) return last;
      if (!inTime) {
        // Of an order that was never taken nobody may say that it goes on.
        const wasTaken = !isNotNow || last.value.state === 'stopping';
        if (!wasTaken) return failure(await withProcess(name, refusal('stop', name, run)));
        return failure(await withProgram(name, notInTime('stop', last.value, patience)));
      }
      if (last.value.state === 'stopped') return last;
      if (patience.signal?.aborted || host.clock.now().getTime() >= limit) {
        return failure(await withProcess(name, refusal('stop', name, run)));
      }
      await host.clock.sleep(pollSeconds, patience.signal);
    }
  };

  /** Whether it is on its way to another state, where it accepts no order. */
  const settles = async (name: string): Promise<boolean> => {
    const found = await look(name, 'stop');
    return found.ok && (found.value.state === 'starting' || found.value.state === 'stopping');
  };

  /** The problem with the program that still runs, as the registry names it. */
  const withProgram = async (name: string, problem: Problem): Promise<Problem> => {
    const key = `${SERVICES_KEY}\\${name}`;
    const tree = await readKey('stop', name, key);
    const program = tree.ok ? textValue(tree.value.get(key.toLowerCase()), 'imagepath') : null;
    return program === null ? problem : ofProgram(problem, program);
  };

  /** The refusal with the process that goes on, so that somebody can end it by hand. */
  const withProcess = async (name: string, problem: Problem): Promise<Problem> => {
    const found = await look(name, 'stop');
    if (!found.ok || found.value.pid === null) return problem;
    return withProgram(name, ofProcess(problem, found.value.pid));
  };

  const setStartType: ServiceCommands['setStartType'] = async (name, startType) => {
    const key = `${SERVICES_KEY}\\${name}`;
    const before = await readKey('configure', name, key);
    if (!before.ok) return before;
    const run = await sc('config', name, 'start=', START_TYPE_WORDS[startType]);
    if (run.end.kind !== 'exited' || run.end.code !== 0) {
      return failure(refusal('configure', name, run));
    }
    const after = await readKey('configure', name, key);
    if (!after.ok) return after;
    const found = startTypeOf(after.value, name);
    if (found !== startType) return failure(notSet(name, startType, found));
    return success(startTypeOf(before.value, name));
  };

  const withDependents = async (name: string, run: Collected): Promise<Problem> => {
    const problem = refusal('stop', name, run);
    const tree = await readKey('stop', name, SERVICES_KEY);
    const dependents = tree.ok ? (dependentsIn(tree.value).get(name.toLowerCase()) ?? []) : [];
    const looks = await Promise.all(dependents.map((one) => look(one, 'look')));
    const running = looks.flatMap((one) =>
      one.ok && one.value.state !== 'stopped' ? [one.value.name] : [],
    );
    return alsoRunning(problem, running);
  };

  const inOrder = async (
    order: 'start' | 'stop',
    names: readonly string[],
    patience: Patience,
  ): Promise<Result<string[]>> => {
    // One that is not there is told before anything is changed.
    for (const name of names) {
      const found = await look(name, order);
      if (!found.ok) return found;
    }
    const tree = await readKey(order, names.join(', '), SERVICES_KEY);
    if (!tree.ok) return tree;
    const sorted = (order === 'start' ? startOrder : stopOrder)(tree.value, names);
    for (const name of sorted) {
      const done = await (order === 'start' ? start : stop)(name, patience);
      if (!done.ok) return done;
    }
    return success(sorted);
  };

  return {
    async state(name) {
      const found = await look(name, 'look');
      if (!found.ok) return found;
      const tree = await readKey('look', name, `${SERVICES_KEY}\\${name}`);
      if (!tree.ok) return tree;
      const { state, pid, exitCode, ownExitCode } = found.value;
      const startType = startTypeOf(tree.value, name);
      const dependsOn = dependenciesOf(tree.value, name);
      return success({ state, pid, exitCode, ownExitCode, startType, dependsOn });
    },
    start,
    stop,
    setStartType,
    startAll: (names, patience) => inOrder('start', names, patience),
    stopAll: (names, patience) => inOrder('stop', names, patience),
  };
}
