import type { ToolReader } from '../../../contract/reader';
import { serverFileName } from '../../../contract/server-path';
import { text } from '../../../contract/text/engine';
import { limitOutput } from '../../host/limited-output';
import type { ProcessEnd, RunningProcess } from '../../host/ports';
import type { ActionContext, ActionOutcome, Perform } from './context';
import { followLog, type LogFollower } from './follow-log';
import { createLines } from './lines';
import { attendWindow } from './tool-window';

type RunAction = Parameters<Perform<'run'>>[0];

function readerOf(action: RunAction, context: ActionContext): ToolReader {
  const reader = context.readers.tools[action.reader];
  if (!reader) throw new Error(`No reader named ${action.reader}.`);
  return reader;
}

/** Code of the problem that a tool is gone and nobody knows how it ended. */
export const TOOL_LOST = 'toolLost';

/** What it means that a program did not end by itself, or never began. */
export function endProblem(
  end: Exclude<ProcessEnd, { kind: 'exited' | 'cancelled' }>,
  file: string,
) {
  switch (end.kind) {
    case 'notStarted':
      return { ...text.toolNotStarted(file), toolWords: [end.message], code: end.code };
    case 'timedOut':
      return { ...text.toolTimedOut(file), toolWords: [], code: null };
    case 'killed':
      return { ...text.toolKilled(file, end.signal), toolWords: [], code: null };
    case 'lost':
      return { ...text.toolLost(file), toolWords: [], code: TOOL_LOST };
  }
}

/** Follows a tool to its end; one with a window until the person saved there. */
function attend(
  running: RunningProcess,
  action: RunAction,
  context: ActionContext,
  log: LogFollower,
): Promise<ActionOutcome> {
  const letGo = new AbortController();
  const ended = followToEnd(running, action, context, log, letGo.signal);
  if (!action.window) return ended;
  return attendWindow(action.window, ended, context).finally(() => letGo.abort());
}

async function followToEnd(
  running: RunningProcess,
  action: RunAction,
  context: ActionContext,
  log: LogFollower,
  letGo: AbortSignal,
): Promise<ActionOutcome> {
  const reader = readerOf(action, context);
  const printed = { output: '', error: '' };
  const lines = {
    output: createLines((line) => context.line('output', line)),
    error: createLines((line) => context.line('error', line)),
  };
  let end: ProcessEnd;
  let logText = '';
  try {
    for await (const chunk of limitOutput(running.output)) {
      printed[chunk.stream] += chunk.text;
      lines[chunk.stream].push(chunk.text);
    }
    end = await running.ended;
  } finally {
    lines.output.end();
    lines.error.end();
    logText = await log.finish();
  }
  // Its window was left open after it saved: how it ended is nobody's concern any more.
  if (letGo.aborted) return { kind: 'cancelled' };
  context.write({
    kind: 'toolEnded',
    stepId: context.step.id,
    code: end.kind === 'exited' ? end.code : null,
    how: end.kind,
  });
  if (end.kind === 'cancelled') return { kind: 'cancelled' };
  const file = serverFileName(action.file);
  if (end.kind !== 'exited') {
    return { kind: 'failed', problem: endProblem(end, file), facts: {} };
  }
  const judgement = reader.judge({ code: end.code, ...printed, log: logText });
  if (judgement.problem) {
    return { kind: 'failed', problem: judgement.problem, facts: judgement.facts };
  }
  if (action.keepOutputAs !== undefined) {
    const kept = new TextEncoder().encode(printed.output);
    await context.server.files.write(action.keepOutputAs, kept);
  }
  return { kind: 'done', facts: judgement.facts, restart: judgement.restart };
}

function logOf(action: RunAction, context: ActionContext, adopted: boolean) {
  return followLog(action.log, readerOf(action, context), context, adopted);
}

async function waitForEnd(running: RunningProcess): Promise<void> {
  for await (const _ of limitOutput(running.output));
  await running.ended;
}

/** Starts the tool of a step and follows it to its end. */
export const runTool: Perform<'run'> = async (action, context) => {
  const log = await logOf(action, context, false);
  const running = context.server.processes.run({
    file: action.file,
    args: action.args,
    cwd: action.cwd,
    encoding: 'oem',
    timeoutSeconds: action.timeoutSeconds,
    ...(context.step.cancel === 'now' ? { signal: context.signal } : {}),
    ...(action.survives ? { survives: context.survives } : {}),
    ...(action.window ? { window: action.window.values } : {}),
  });
  const identity = await running.identity;
  try {
    context.toolStarted({
      ...identity,
      endpoint: action.survives ? context.survives.endpoint : null,
      folder: action.survives ? context.survives.folder : null,
    });
  } catch (error) {
    // Under a step host it is taken up later; else nobody else may begin while it still works.
    if (!action.survives) await waitForEnd(running);
    throw error;
  }
  return attend(running, action, context, log);
};

/** Takes over a tool that went on while this program was gone, or reads how it ended. */
export async function adoptTool(action: RunAction, context: ActionContext): Promise<ActionOutcome> {
  const log = await logOf(action, context, true);
  return attend(context.server.processes.adopt(context.survives), action, context, log);
}
