import { serverFileName } from '../../contract/server-path';
import { settleRemovals } from '../products/removal';
import { readStandIn } from '../products/stand-in';
import { toolNamed } from '../tools';
import { selfExtractor } from '../tools/self-extractor';
import type { PracticeClock } from '../world/clock';
import { openFiles } from '../world/files';
import { addProcess, removeProcess } from '../world/processes';
import type { WorldStore } from '../world/store';
import { sufferFault, takeFault } from './faults';
import { givenInput, type ToolInput } from './input';
import { type Tool, type ToolContext, ToolGone, ToolNotStarted, type ToolRequest } from './tool';

/** The simulated server a program runs on. */
export interface ToolPlace {
  world: WorldStore;
  clock: PracticeClock;
}

export interface PlayOptions {
  output(text: string): void;
  error(text: string): void;
  signal?: AbortSignal | undefined;
  /** False once the program that started this one is gone. */
  programIsAlive?: (() => boolean) | undefined;
  /** Ends the program that started this one, because the user is signed out. */
  signOut?: (() => void) | undefined;
  /**
   * Simulated seconds of its own waiting after which it is ended by force. Others that let the time
   * pass faster at the same moment take nothing away from it.
   */
  timeLimitSeconds?: number | undefined;
  /** Its standard input, where that is held open for an answer. */
  input?: ToolInput | undefined;
  /** Told the simulated process id once the program has been found. */
  started?: ((pid: number) => void) | undefined;
}

const checkEverySeconds = 0.2;
const lookEveryMs = 10;
const patientLooks = 100;

/** What a process has as exit code when Windows ends it by force. */
export const forcedExitCode = 0x40010004;
/** An access violation: the usual end of a program that crashes. */
export const crashExitCode = 0xc0000005;

/**
 * Runs one simulated program to its end and returns its exit code, 32 bits unsigned.
 * Throws `ToolNotStarted` when there is no such program and `ToolGone` when it ended by force.
 */
export async function playTool(
  { world, clock }: ToolPlace,
  request: ToolRequest,
  options: PlayOptions,
): Promise<number> {
  // Nothing below waits for the disk: what else this process has to do comes first.
  await new Promise((done) => setImmediate(done));
  await settleRemovals(world, clock);
  const { tool, file } = await findTool(world, clock, request);
  const isNoted = tool.isNoted ?? true;
  const pid = isNoted
    ? await world.change((draft) => addProcess(draft, processName(file), clock.now()))
    : (await world.read()).nextPid;
  const context = await makeContext(world, clock, { ...request, file, pid }, options);
  options.started?.(pid);
  try {
    const fault = await takeFault(world, processName(file).toLowerCase(), null);
    const wanted = fault ? await sufferFault(fault, context) : null;
    return (wanted ?? (await tool.run(context))) >>> 0;
  } finally {
    if (isNoted) await world.change((draft) => removeProcess(draft, pid));
  }
}

/** The encoding of what that program writes. */
export function encodingOf(file: string): Tool['encoding'] {
  return toolNamed(serverFileName(file))?.encoding ?? 'oem';
}

async function findTool(world: WorldStore, clock: PracticeClock, request: ToolRequest) {
  const { file } = request;
  const named = toolNamed(serverFileName(file));
  const isBare = !/[\\/]/.test(file);
  if (isBare && named) return { tool: named, file };
  const files = openFiles(world, clock);
  const found = await files.stat(file).catch(() => null);
  if (!found) throw new ToolNotStarted('ENOENT', file);
  if (found.isFolder) throw new ToolNotStarted('EACCES', file);
  const standIn = readStandIn(await files.read(file));
  if (standIn?.kind === 'selfExtractor') return { tool: selfExtractor, file };
  if (!named) throw new ToolNotStarted('UNKNOWN', file);
  return { tool: named, file };
}

async function makeContext(
  world: WorldStore,
  clock: PracticeClock,
  request: ToolRequest & { pid: number },
  options: PlayOptions,
): Promise<ToolContext> {
  const { bootedAt, afterKill } = await world.read();
  const limit = options.timeLimitSeconds ?? Number.POSITIVE_INFINITY;
  let spent = 0;
  const check = async () => {
    if (options.signal?.aborted) throw new ToolGone('cancelled');
    if (afterKill === 'toolDies' && options.programIsAlive?.() === false) {
      throw new ToolGone('programGone');
    }
    if ((await world.read()).bootedAt !== bootedAt) throw new ToolGone('restarted');
    if (spent >= limit) throw new ToolGone('timedOut');
  };
  const signOut = () => {
    options.signOut?.();
    throw new ToolGone('signedOut');
  };
  const wait = async (seconds: number) => {
    const until = clock.elapsed() + seconds * 1000;
    await check();
    for (let left = until - clock.elapsed(); left > 0; ) {
      const slice = Math.min(left / 1000, checkEverySeconds * clock.timeFactor(), limit - spent);
      await clock.sleep(slice, options.signal).catch(() => check());
      spent += slice;
      await check();
      left = until - clock.elapsed();
    }
  };
  const hang = async (): Promise<never> => {
    for (;;) {
      // With no time limit nothing but an end by force comes: look for it in real time.
      if (limit === Number.POSITIVE_INFINITY) await new Promise((done) => setTimeout(done, 100));
      else await wait(limit - spent);
      await check();
    }
  };
  const input = options.input ?? givenInput(request.stdin);
  const readLine = async () => {
    // Who answers does so in real time; only when nobody does, simulated time goes by.
    for (let looks = 0; ; looks += 1) {
      const line = input.next();
      if (line !== undefined) return line;
      if (looks < patientLooks) await new Promise((done) => setTimeout(done, lookEveryMs));
      else await wait(Math.min(30, limit - spent));
      await check();
    }
  };
  return {
    ...request,
    world,
    clock,
    readLine,
    files: openFiles(world, clock),
    systemFiles: openFiles(world, { now: clock.now, asSystem: true }),
    output: options.output,
    error: options.error,
    wait,
    hang,
    signOut,
    start: async (file, args) => {
      let output = '';
      let error = '';
      const exit = await playTool(
        { world, clock },
        { ...request, file, args, stdin: '' },
        {
          ...options,
          input: undefined,
          started: undefined,
          output: (text) => {
            output += text;
          },
          error: (text) => {
            error += text;
          },
        },
      );
      return { exit, output, error };
    },
  };
}

function processName(file: string): string {
  return serverFileName(file).replace(/\.exe$/i, '');
}
