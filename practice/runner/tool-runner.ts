import type {
  OutputChunk,
  ProcessEnd,
  ProcessSpec,
  RunningProcess,
  ToolRunner,
} from '../../main/host/ports';
import { encodeOutput, outputDecoder } from './encoding';
import { heldInput } from './input';
import { createOutputQueue } from './output-queue';
import { crashExitCode, encodingOf, forcedExitCode, playTool, type ToolPlace } from './play';
import { ToolGone, ToolNotStarted } from './tool';

/** Runs simulated programs in this process, behind the port of real ones. */
export function createToolRunner(
  place: ToolPlace,
  programIsAlive?: () => boolean,
  signOut?: () => void,
): ToolRunner {
  return {
    run: (spec: ProcessSpec): RunningProcess => {
      const queue = createOutputQueue();
      const encoding = encodingOf(spec.file);
      const send = (stream: OutputChunk['stream']) => {
        const decode = outputDecoder(spec.encoding);
        return (text: string) => {
          const seen = decode(encodeOutput(text, encoding));
          if (seen !== '') queue.push({ stream, text: seen });
        };
      };
      const input = spec.asks ? heldInput() : undefined;
      const startedAt = place.clock.now();
      let identify: (identity: Awaited<RunningProcess['identity']>) => void = () => {};
      const identity: RunningProcess['identity'] = new Promise((resolve) => {
        identify = resolve;
      });
      const play = async (): Promise<ProcessEnd> => {
        try {
          if (spec.signal?.aborted) throw new ToolGone('cancelled');
          const code = await playTool(place, requestOf(spec), {
            output: send('output'),
            error: send('error'),
            signal: spec.signal,
            programIsAlive,
            signOut,
            timeLimitSeconds: spec.timeoutSeconds,
            input,
            started: (pid) => identify({ pid, startedAt: startedAt.toISOString() }),
          });
          return { kind: 'exited', code };
        } catch (error) {
          return endOf(error, spec);
        } finally {
          identify({ pid: null, startedAt: null });
          queue.end();
        }
      };
      return {
        output: queue.chunks,
        ended: play(),
        identity,
        ...(input ? { answer: input.answer } : {}),
      };
    },
  };
}

function requestOf(spec: ProcessSpec) {
  const { file, args, cwd, env = {}, stdin = '', window } = spec;
  return {
    file,
    args,
    cwd,
    env,
    window,
    stdin: typeof stdin === 'string' ? stdin : stdin.reveal(),
  };
}

function endOf(error: unknown, spec: ProcessSpec): ProcessEnd {
  if (error instanceof ToolNotStarted) {
    return { kind: 'notStarted', code: error.code, message: error.message };
  }
  if (!(error instanceof ToolGone)) throw error;
  if (error.reason === 'cancelled') return { kind: 'cancelled' };
  if (error.reason === 'timedOut') return { kind: 'timedOut', seconds: spec.timeoutSeconds };
  // With the program that started it everything is gone, and nobody is left to tell how it ended.
  if (error.reason === 'programGone') return { kind: 'lost' };
  return { kind: 'exited', code: error.reason === 'crashed' ? crashExitCode : forcedExitCode };
}
