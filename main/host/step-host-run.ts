import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { holdEndpoint } from './endpoint';
import { limitOutput } from './limited-output';
import type { OutputChunk, ToolRunner } from './ports';
import { type StepHostOrder, stepHostFile, writeWhole } from './step-host-files';

/** Output that can't be kept, on a full disk for example, must not end the tool. */
function keep(file: number, chunk: OutputChunk): void {
  try {
    // A line feed first: a line that was cut short before does not spoil this one.
    writeSync(file, `\n${JSON.stringify(chunk)}\n`);
  } catch {
    // The tool and its exit code matter more than a line of its output.
  }
}

const PERSIST_TRIES = 60;

/** Tries for a minute: what the tool did is done, and only this file tells how it ended. */
async function persist(path: string, value: unknown): Promise<void> {
  for (let tries = 1; tries <= PERSIST_TRIES; tries += 1) {
    try {
      writeWhole(path, value);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/**
 * The whole life of a step host: holds its endpoint as proof that it lives, runs one tool, keeps
 * what the tool prints (of a flood, its beginning and end) and, last, how it ended. Returns false when another host has the
 * same endpoint, so that a tool is never started twice for one step.
 */
export async function runStepHost(
  folder: string,
  order: StepHostOrder,
  tools: ToolRunner,
): Promise<boolean> {
  const cancel = new AbortController();
  const held = await holdEndpoint(order.endpoint, (message) => {
    if (message === 'cancel') cancel.abort();
  });
  if (held === null) return false;
  // Withdrawn while this host was coming up: another attempt may be under way.
  if (!existsSync(stepHostFile.order(folder))) {
    await held.release();
    return false;
  }
  const output = openSync(stepHostFile.output(folder), 'a', 0o600);
  try {
    const running = tools.run({
      file: order.file,
      args: order.args,
      cwd: order.cwd,
      env: order.env,
      encoding: order.encoding,
      timeoutSeconds: order.timeoutSeconds,
      signal: cancel.signal,
      ...(order.window ? { window: order.window } : {}),
    });
    const identity = await running.identity;
    await persist(stepHostFile.start(folder), {
      hostPid: process.pid,
      toolPid: identity.pid,
      startedAt: identity.startedAt,
    });
    for await (const chunk of limitOutput(running.output)) keep(output, chunk);
    await persist(stepHostFile.end(folder), await running.ended);
  } finally {
    closeSync(output);
    await held.release();
  }
  return true;
}
