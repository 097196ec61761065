import { describeAction } from '../../../contract/describe-action';
import type { ListedRow, ListReader, ToolOutcome } from '../../../contract/reader';
import { serverFileName } from '../../../contract/server-path';
import { text } from '../../../contract/text/engine';
import { purgeToolText as words } from '../../../contract/text/purge-tool';
import type { DialogueEnd } from '../../host/dialogue';
import { rowsLike } from '../checks/row-absent';
import type { ActionContext, ActionOutcome, Perform } from './context';
import { createLines } from './lines';
import { endProblem } from './run-tool';

type ChooseAction = Parameters<Perform<'chooseRow'>>[0];

const outcomeOf = ({ end, output, error }: DialogueEnd): ToolOutcome => ({
  code: end.kind === 'exited' ? end.code : 0,
  output,
  error,
  log: '',
});

const printedLines = ({ output, error }: DialogueEnd) =>
  `${output}\n${error}`.split(/\r?\n/).filter((line) => line.trim() !== '');

/** Why the program got no answer, or did not do as it was told. */
function problemOf(
  ended: DialogueEnd,
  action: ChooseAction,
  matching: number,
): Exclude<ActionOutcome, { kind: 'done' }> | null {
  const { end } = ended;
  const { file, timeoutSeconds } = action.program;
  const failed = (problem: { what: string; meaning: string; next: string }) => ({
    kind: 'failed' as const,
    problem: { ...problem, toolWords: printedLines(ended), code: null },
    facts: {},
  });
  if (ended.wasAsked && ended.answered === null) {
    return failed(matching === 0 ? words.notThere : words.several(matching));
  }
  if (end.kind === 'cancelled') return { kind: 'cancelled' };
  if (end.kind === 'timedOut') {
    return failed(
      ended.wasAsked ? words.notAnsweredInTime(timeoutSeconds) : words.notAsked(timeoutSeconds),
    );
  }
  if (end.kind !== 'exited') {
    const problem = endProblem(end, serverFileName(file));
    return { kind: 'failed', problem, facts: {} };
  }
  if (ended.wasAsked) return null;
  const unasked = failed(words.endedUnasked);
  return { ...unasked, problem: { ...unasked.problem, code: String(end.code) } };
}

function readerOf(action: ChooseAction, context: ActionContext): ListReader {
  const reader = context.readers.lists[action.program.reader];
  if (!reader) throw new Error(`No list reader named ${action.program.reader}.`);
  return reader;
}

/**
 * Answers the question of a program with the one row that is meant, as the list says that was just
 * printed. Only a step that may be cancelled at once is ended by a cancel.
 */
export const chooseRow: Perform<'chooseRow'> = async (action, context) => {
  const reader = readerOf(action, context);
  const { file, args, cwd, timeoutSeconds } = action.program;
  context.line('engine', describeAction(action));
  const lines = {
    output: createLines((line) => context.line('output', line)),
    error: createLines((line) => context.line('error', line)),
  };
  let chosen: ListedRow | null = null;
  let matching = 0;
  const signal = context.step.cancel === 'now' ? { signal: context.signal } : {};
  const ended = await context.server.holdDialogue(
    { file, args, cwd, timeoutSeconds, encoding: 'oem', ...signal },
    {
      isAsking: (output) => reader.isAsking(output),
      answer: (output) => {
        const rows = rowsLike(reader.rows(output) ?? [], action.choose);
        matching = rows.length;
        const [only] = rows;
        if (rows.length !== 1 || only === undefined) return null;
        chosen = only;
        return only.answer;
      },
      onChunk: ({ stream, text: printed }) => lines[stream].push(printed),
    },
  );
  lines.output.end();
  lines.error.end();
  const { end, answered } = ended;
  context.line('engine', answered === null ? words.leftUnanswered : words.answered(answered));
  context.write({
    kind: 'toolEnded',
    stepId: context.step.id,
    code: end.kind === 'exited' ? end.code : null,
    how: end.kind,
  });
  const problem = problemOf(ended, action, matching);
  if (problem) return problem;
  if (chosen === null) throw new Error(text.checkWords.couldNotTell(words.unreadable));
  const judgement = reader.judge(outcomeOf(ended), chosen);
  return judgement.problem
    ? { kind: 'failed', problem: judgement.problem, facts: judgement.facts }
    : { kind: 'done', facts: judgement.facts, restart: judgement.restart };
};
