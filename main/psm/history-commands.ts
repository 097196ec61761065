import type { OperationHistory } from '../../contract/history';
import { text as words } from '../../contract/text/history';
import { text as reportText } from '../../contract/text/report';
import { writeAnswers } from '../answers/answer-file';
import { orThrow } from '../application/problem-error';
import { type GlobalOptions, type Opened, openFor } from './context';
import { EXIT } from './exit-codes';
import { refuseUnknown } from './operation-commands';
import { WrongUse } from './wrong-use';

/** `psm history [ID]`: every operation of this server, or all that is known of one. */
export async function history(id: string | undefined, options: GlobalOptions): Promise<number> {
  const opened = await openFor(options);
  refuseUnknown(opened, id);
  if (id !== undefined) return showOne(opened, id);
  const { application, console } = opened;
  const operations = application.operations.list();
  if (operations.length === 0) console.say(words.none);
  for (const one of operations) {
    console.say(`${one.openedAt}  ${reportText.statuses[one.status]}  ${one.title}  ${one.id}`);
  }
  console.tell({ event: 'history', operations });
  return EXIT.done;
}

async function showOne({ application, console }: Opened, id: string): Promise<number> {
  const state = application.operations.state(id);
  const told = orThrow(await application.history(id));
  console.say(`${state.plan.body.title}: ${reportText.statuses[state.status]}`);
  console.say(words.startedBy(told.user, state.openedAt));
  if (state.closedAt !== null) console.say(words.ended(state.closedAt));
  console.say(words.answers);
  if (told.shown.length === 0) console.say(`  ${words.noAnswers}`);
  for (const { label, value } of told.shown) console.say(`  ${label}: ${value}`);
  console.say(words.steps);
  for (const step of state.steps) {
    const title = state.plan.body.steps.find((one) => one.id === step.id)?.title ?? step.id;
    const seconds = step.seconds === null ? '' : ` (${Math.round(step.seconds)} s)`;
    console.say(`  ${step.status}: ${title}${seconds}`);
  }
  console.say(words.drift.title);
  for (const line of driftLines(told.drift)) console.say(`  ${line}`);
  console.tell({ event: 'operationHistory', operationId: id, status: state.status, ...told });
  return EXIT.done;
}

function driftLines(drift: OperationHistory['drift']): string[] {
  const { drift: text } = words;
  if (drift === null) return [text.unknown];
  const when = text.since[drift.since];
  if (drift.differences.length === 0) return [text.nothing(when)];
  return [
    text.changed(drift.differences.length, when),
    ...drift.differences.map(({ label, was, now }) => `  ${text.row(label, was, now)}`),
  ];
}

/** `psm again ID`: the answer file with which an operation was run, to run it again. */
export async function again(id: string, options: GlobalOptions): Promise<number> {
  const opened = await openFor(options);
  refuseUnknown(opened, id);
  const { application, console } = opened;
  const { procedure, answers } = orThrow(await application.history(id));
  if (procedure === null) throw new WrongUse(words.again.gone(id));
  const described = orThrow(await application.procedures.describeEarlier(procedure, answers));
  const file = writeAnswers(described, answers);
  console.say(file.trimEnd());
  console.note(words.again.next);
  console.tell({ event: 'answers', procedure, answers, file });
  return EXIT.done;
}
