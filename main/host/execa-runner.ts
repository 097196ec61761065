import { statSync } from 'node:fs';
import { execa } from 'execa';
import { Secret } from '../../contract/secret';
import { AsyncQueue } from './async-queue';
import { createDecoder } from './decoding';
import type { OutputChunk, ProcessEnd, ProcessSpec, RunningProcess, ToolRunner } from './ports';

/** What starts a program: the real file, or in tests a shim in front of a simulated tool. */
export interface Launch {
  file: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** Reads the 32-bit exit code where the system tells only 8 bits; undefined: as the system says. */
  wholeExitCode?: () => Promise<number | null>;
}

interface Finished {
  isCanceled: boolean;
  timedOut: boolean;
  exitCode?: number;
  signal?: string;
  code?: string;
  originalMessage?: string;
}

const NOT_STARTED = new Set([
  'ENOENT',
  'EACCES',
  'EPERM',
  'EINVAL',
  'ENOTDIR',
  'UNKNOWN',
  'EISDIR',
]);

async function judgeEnd(result: Finished, launch: Launch, seconds: number): Promise<ProcessEnd> {
  if (result.isCanceled) return { kind: 'cancelled' };
  if (result.timedOut) return { kind: 'timedOut', seconds };
  if (result.exitCode !== undefined) {
    const whole = await launch.wholeExitCode?.();
    return { kind: 'exited', code: (whole ?? result.exitCode) >>> 0 };
  }
  if (result.signal !== undefined) return { kind: 'killed', signal: result.signal };
  const code = result.code ?? 'UNKNOWN';
  const message = result.originalMessage ?? code;
  return {
    kind: 'notStarted',
    code: NOT_STARTED.has(code) ? code : 'UNKNOWN',
    // What fails at once is told without the name: "spawn UNKNOWN".
    message: message.includes(launch.file) ? message : `${launch.file}: ${message}`,
  };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

type NotStarted = Extract<ProcessEnd, { kind: 'notStarted' }>;

/**
 * Why a file is not handed to execa. On Windows execa starts what is missing, and what is neither
 * .exe nor .com, through the shell that `ComSpec` names, and then only that shell's exit code 1 is
 * seen.
 */
function whyNotStarted(file: string): NotStarted | null {
  if (process.platform !== 'win32') return null;
  const refuse = (code: string, message: string): NotStarted => ({
    kind: 'notStarted',
    code,
    message: `spawn ${file} ${code}: ${message}`,
  });
  if (!isFile(file)) return refuse('ENOENT', 'no such file');
  return /\.(exe|com)$/i.test(file) ? null : refuse('EINVAL', 'no program');
}

function notStarted(end: NotStarted): RunningProcess {
  const output = new AsyncQueue<OutputChunk>();
  output.close();
  return {
    output,
    ended: Promise.resolve(end),
    identity: Promise.resolve({ pid: null, startedAt: null }),
  };
}

/** What a tool has printed is read within moments of its end; only its own end counts. */
const OUTPUT_AFTER_END_MS = 3000;

/**
 * Starts programs with execa: no shell, arguments quoted as Windows programs read them, only the
 * environment that `prepare` names, output read as it comes. `oemCodePage` is asked for the console's
 * code page when a tool prints something beyond ASCII.
 */
export function createExecaRunner(
  prepare: (spec: ProcessSpec) => Launch,
  oemCodePage?: () => number,
): ToolRunner {
  return {
    run(spec: ProcessSpec): RunningProcess {
      const launch = prepare(spec);
      const reason = whyNotStarted(launch.file);
      if (reason) return notStarted(reason);
      const startedAt = new Date().toISOString();
      const queue = new AsyncQueue<OutputChunk>();
      const input = spec.stdin instanceof Secret ? spec.stdin.reveal() : spec.stdin;
      const child = execa(launch.file, [...launch.args], {
        cwd: launch.cwd,
        env: { ...launch.env },
        extendEnv: false,
        stdin: input === undefined && !spec.asks ? 'ignore' : 'pipe',
        ...(input === undefined ? {} : { input }),
        encoding: 'buffer',
        buffer: false,
        reject: false,
        windowsHide: spec.window === undefined,
        timeout: spec.timeoutSeconds * 1000,
        ...(spec.signal ? { cancelSignal: spec.signal } : {}),
      });
      const follow = (name: 'output' | 'error', stream: NodeJS.ReadableStream) => {
        const decoder = createDecoder(spec.encoding, oemCodePage);
        stream.on('data', (bytes: Uint8Array) => {
          const text = decoder.write(bytes);
          if (text !== '') queue.push({ stream: name, text });
        });
        stream.on('end', () => {
          const text = decoder.end();
          if (text !== '') queue.push({ stream: name, text });
        });
      };
      follow('output', child.stdout);
      follow('error', child.stderr);
      // A program that ended before it took its answer tells that by its end.
      child.stdin?.on('error', () => {});
      // A process that the tool leaves running may hold its output open for ever.
      child.once('exit', () => {
        const letGo = () => {
          child.stdout.destroy();
          child.stderr.destroy();
        };
        // Not before what has come by now was read, even when this program was busy meanwhile.
        setTimeout(() => setImmediate(letGo), OUTPUT_AFTER_END_MS).unref();
      });
      const ended = child.then(async (result) => {
        queue.close();
        return judgeEnd(result, launch, spec.timeoutSeconds);
      });
      return {
        output: queue,
        ended,
        identity: Promise.resolve({ pid: child.pid ?? null, startedAt }),
        ...(spec.asks ? { answer: (text: string) => void child.stdin?.end(text) } : {}),
      };
    },
  };
}
