import { describeEnd } from './collect';
import { limitOutput } from './limited-output';
import type { OutputChunk, ProcessEnd, ProcessSpec, ToolRunner } from './ports';

/** How a program is talked to: what its question looks like, and what it gets for an answer. */
export interface Dialogue {
  /** True once the question stands at the end of what it printed. */
  isAsking(output: string): boolean;
  /** The answer, made from what it printed so far; null to leave it without one. */
  answer(output: string): string | null;
  onChunk?(chunk: OutputChunk): void;
}

/** One start of a program that asks. */
export type AskingProgram = Omit<ProcessSpec, 'stdin' | 'asks'>;

/** How it went. `answered`: what it was told; null when it got no answer. */
export interface DialogueEnd {
  end: ProcessEnd;
  /** How it ended, in words. */
  ending: string;
  output: string;
  error: string;
  wasAsked: boolean;
  answered: string | null;
}

/**
 * Starts a program that asks one question, reads what it prints until it asks, and answers. Without
 * an answer it is ended by force while it still waits: its input is not closed before that, as a
 * program may take an end of its input for some answer. Its end is then `cancelled`.
 */
export async function holdDialogue(
  runner: ToolRunner,
  spec: AskingProgram,
  dialogue: Dialogue,
): Promise<DialogueEnd> {
  const leave = new AbortController();
  const signal = spec.signal ? AbortSignal.any([spec.signal, leave.signal]) : leave.signal;
  const running = runner.run({ ...spec, asks: true, signal });
  const printed = { output: '', error: '' };
  let wasAsked = false;
  let answered: string | null = null;
  for await (const chunk of limitOutput(running.output)) {
    printed[chunk.stream] += chunk.text;
    dialogue.onChunk?.(chunk);
    if (wasAsked || !dialogue.isAsking(printed.output)) continue;
    wasAsked = true;
    answered = dialogue.answer(printed.output);
    if (answered === null) leave.abort();
    else running.answer?.(`${answered}\n`);
  }
  const end = await running.ended;
  return { end, ending: describeEnd(end), ...printed, wasAsked, answered };
}
