import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs';
import { AsyncQueue } from './async-queue';
import { endpointIsHeld, sendToEndpoint } from './endpoint';
import type {
  OutputChunk,
  ProcessEnd,
  ProcessRunner,
  ProcessSpec,
  RunningProcess,
  ToolRunner,
} from './ports';
import {
  outputChunkSchema,
  processEndSchema,
  readWhole,
  type StepHostOrder,
  type StepHostServer,
  stepHostFile,
  stepHostOrderSchema,
  stepHostStartSchema,
  writeWhole,
} from './step-host-files';

const POLL_MS = 50;
const START_LIMIT_MS = 20_000;
/** How long a step host that was ordered right before a crash may take to come up. */
const ORDER_LIMIT_MS = 5_000;

/** The Node that runs step hosts and the bundled program it runs. */
export interface StepHostProgram {
  node: string;
  script: string;
  server: StepHostServer;
  /** A fixed environment: that of an elevated program must not reach into a Node (NODE_OPTIONS). */
  environment: Readonly<Record<string, string>>;
  /** A folder that nobody wants to remove while the step host lives. */
  cwd: string;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function readNewOutput(folder: string, offset: number): { text: string; offset: number } {
  let file: number;
  try {
    file = openSync(stepHostFile.output(folder), 'r');
  } catch {
    return { text: '', offset };
  }
  try {
    const parts: Buffer[] = [];
    const buffer = Buffer.alloc(64 * 1024);
    let position = offset;
    for (let size = readSync(file, buffer, 0, buffer.length, position); size > 0; ) {
      parts.push(Buffer.from(buffer.subarray(0, size)));
      position += size;
      size = readSync(file, buffer, 0, buffer.length, position);
    }
    const all = Buffer.concat(parts);
    const end = all.lastIndexOf(10) + 1;
    return { text: all.subarray(0, end).toString('utf8'), offset: offset + end };
  } finally {
    closeSync(file);
  }
}

/** A step host that comes up too late finds no order and starts nothing. */
function withdrawOrder(folder: string): void {
  rmSync(stepHostFile.order(folder), { force: true });
}

type Survives = NonNullable<ProcessSpec['survives']>;

/** A line that a full disk cut short is passed over: the tool's end matters more. */
function parseChunk(line: string): OutputChunk | null {
  try {
    return outputChunkSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Follows the files of a step host, started by this program or by one that is gone. */
function follow(survives: Survives, begun: Promise<void>, signal?: AbortSignal): RunningProcess {
  const queue = new AsyncQueue<OutputChunk>();
  let offset = 0;
  const drain = () => {
    const fresh = readNewOutput(survives.folder, offset);
    offset = fresh.offset;
    for (const line of fresh.text.split('\n')) {
      const chunk = parseChunk(line);
      if (chunk) queue.push(chunk);
    }
  };
  const watch = async (): Promise<ProcessEnd> => {
    try {
      await begun;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'notStarted', code: 'STEPHOST', message };
    }
    while (true) {
      const alive = await endpointIsHeld(survives.endpoint);
      const end = readWhole(stepHostFile.end(survives.folder), processEndSchema);
      drain();
      if (end !== null) return end;
      if (!alive) return { kind: 'lost' };
      await pause(POLL_MS);
    }
  };
  signal?.addEventListener('abort', () => void sendToEndpoint(survives.endpoint, 'cancel'), {
    once: true,
  });
  const ended = watch().finally(() => queue.close());
  const identity = begun.then(
    () => {
      const start = readWhole(stepHostFile.start(survives.folder), stepHostStartSchema);
      return { pid: start?.toolPid ?? null, startedAt: start?.startedAt ?? null };
    },
    () => ({ pid: null, startedAt: null }),
  );
  return { output: queue, ended, identity };
}

/**
 * Runs short tools as plain children and, where a tool has to outlive this program, under a
 * detached step host. On Windows a plain child dies with its parent while its own children go on;
 * a detached one lives on.
 */
export function createSurvivingRunner(tools: ToolRunner, program: StepHostProgram): ProcessRunner {
  const launch = async (spec: ProcessSpec, survives: Survives): Promise<void> => {
    if (spec.stdin !== undefined) throw new Error('A tool under the step host gets no input.');
    mkdirSync(survives.folder, { recursive: true, mode: 0o700 });
    const order: StepHostOrder = {
      server: program.server,
      endpoint: survives.endpoint,
      file: spec.file,
      args: [...spec.args],
      cwd: spec.cwd,
      env: { ...spec.env },
      encoding: spec.encoding,
      timeoutSeconds: spec.timeoutSeconds,
      ...(spec.window ? { window: [...spec.window] } : {}),
    };
    writeWhole(stepHostFile.order(survives.folder), order);
    const child = spawn(program.node, [program.script, survives.folder], {
      detached: true,
      cwd: program.cwd,
      env: { ...program.environment },
      stdio: 'ignore',
      windowsHide: true,
    });
    let gone: string | null = null;
    child.once('error', (error) => {
      gone = error.message;
    });
    child.once('exit', (code) => {
      gone = `exit code ${code}`;
    });
    child.unref();
    const limit = Date.now() + START_LIMIT_MS;
    while (readWhole(stepHostFile.start(survives.folder), stepHostStartSchema) === null) {
      if (gone !== null) throw new Error(`The step host could not start the tool: ${gone}.`);
      if (Date.now() > limit) {
        withdrawOrder(survives.folder);
        await sendToEndpoint(survives.endpoint, 'cancel');
        throw new Error('The step host did not start in time.');
      }
      await pause(POLL_MS / 2);
    }
  };
  return {
    run(spec) {
      const { survives } = spec;
      return survives ? follow(survives, launch(spec, survives), spec.signal) : tools.run(spec);
    },
    adopt: (survives) => follow(survives, Promise.resolve()),
    async leftTool({ folder, endpoint }) {
      if (readWhole(stepHostFile.order(folder), stepHostOrderSchema) === null) return 'gone';
      const limit = Date.now() + ORDER_LIMIT_MS;
      while (true) {
        // Read before the endpoint is asked: a host that comes up in between is alive then.
        const begun = readWhole(stepHostFile.start(folder), stepHostStartSchema) !== null;
        if (await endpointIsHeld(endpoint)) return 'running';
        const end = readWhole(stepHostFile.end(folder), processEndSchema);
        if (end !== null) return end.kind === 'exited' ? 'ended' : 'gone';
        // A step host that has begun and is not there any more is dead; one may still be coming up.
        if (begun) return 'gone';
        if (Date.now() > limit) {
          withdrawOrder(folder);
          return (await endpointIsHeld(endpoint)) ? 'running' : 'gone';
        }
        await pause(POLL_MS);
      }
    },
  };
}
