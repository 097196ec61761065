import type { ToolWindow } from '../../../contract/plan';
import { text } from '../../../contract/text/engine';
import { allPassed, evaluateNow } from '../checks/evaluate';
import type { ActionContext, ActionOutcome } from './context';

const LOOK_SECONDS = 3;
/** A window that closes itself after it saved is waited for so long. */
const CLOSING_SECONDS = 15;

/** True when every file was written since the step began. */
async function isWritten({ writes }: ToolWindow, context: ActionContext): Promise<boolean> {
  const seen = await Promise.all(writes.map((path) => context.server.files.stat(path)));
  const begun = context.startedAt.getTime();
  return seen.every((file) => file !== null && Date.parse(file.modified) > begun);
}

/** True when the person saved, and the program has done all that belongs to it. */
async function isSaved(window: ToolWindow, context: ActionContext): Promise<boolean> {
  if (!(await isWritten(window, context))) return false;
  return allPassed(await evaluateNow(context.step.checks, context));
}

/** What the end of the program means: it ends well also when nothing was saved. */
async function judgeClosed(
  outcome: ActionOutcome,
  window: ToolWindow,
  context: ActionContext,
): Promise<ActionOutcome> {
  if (outcome.kind === 'done' && (await isWritten(window, context))) return outcome;
  if (context.signal.aborted) return { kind: 'cancelled' };
  if (outcome.kind !== 'done') return outcome;
  const problem = { ...text.window.notSaved, toolWords: [], code: 'notSaved' };
  return { kind: 'failed', problem, facts: outcome.facts };
}

/**
 * Waits while a person works in the window of a program: until what is saved there shows on the
 * server, or the window is closed. The program is never ended from here; after it saved its window
 * may stay open.
 */
export async function attendWindow(
  window: ToolWindow,
  ended: Promise<ActionOutcome>,
  context: ActionContext,
): Promise<ActionOutcome> {
  const { clock } = context.server;
  const end: { outcome: ActionOutcome | null } = { outcome: null };
  const closed = ended.then((outcome) => {
    end.outcome = outcome;
  });
  const closedWithin = async (seconds: number) => {
    const waiting = new AbortController();
    const pause = clock.sleep(seconds, waiting.signal).catch(() => undefined);
    await Promise.race([closed, pause]);
    waiting.abort();
    return end.outcome;
  };
  let told = '';
  const tell = (words: string) => {
    if (words !== told) context.milestone(words, null);
    told = words;
  };
  while (true) {
    tell(context.signal.aborted ? text.window.cancelling : text.window.waiting);
    const outcome = await closedWithin(LOOK_SECONDS);
    if (outcome) return judgeClosed(outcome, window, context);
    if (!(await isSaved(window, context))) continue;
    tell(text.window.saved);
    const last = await closedWithin(CLOSING_SECONDS);
    return last ? judgeClosed(last, window, context) : { kind: 'done', facts: {}, restart: false };
  }
}
