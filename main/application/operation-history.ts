import type { ServerFacts } from '../../contract/facts';
import type { OperationHistory } from '../../contract/history';
import type { JournalRecord } from '../../contract/operation';
import { type Result, success } from '../../contract/problem';
import type { Answers, Procedure, Question } from '../../contract/runbook';
import { text } from '../../contract/text/history';
import { findRunbook } from '../runbooks/catalogue';
import { procedureBehind } from './prepared-procedures';
import { compareSnapshots, snapshotOf } from './snapshot';

function shownValue(question: Question | undefined, value: string): string {
  if (question?.kind === 'toggle' || question?.kind === 'terms') {
    return value === 'yes' ? text.yes : text.no;
  }
  return question?.choices.find((choice) => choice.value === value)?.label ?? value;
}

function driftOf(records: readonly JournalRecord[], facts: ServerFacts): OperationHistory['drift'] {
  const last = records.findLast((record) => record.kind === 'serverSeen');
  if (last?.kind !== 'serverSeen') return null;
  const differences = compareSnapshots(last.facts, snapshotOf(facts));
  return { since: last.when, at: last.at, differences };
}

/** What an operation was asked, as its journal has it. */
export function askedOf(records: readonly JournalRecord[]) {
  const opened = records.find((record) => record.kind === 'opened');
  if (opened?.kind !== 'opened') throw new Error('The journal has no opening record.');
  const { body } = opened.plan;
  const given: Answers = Object.fromEntries(
    Object.entries(opened.answers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  const procedure = findRunbook(procedureBehind(body.runbook))?.name ?? null;
  return { user: opened.user, procedure, given, body };
}

/** What the journal tells of an operation besides its state, beside the server as it is now. */
export async function historyOf(
  records: readonly JournalRecord[],
  facts: ServerFacts,
  describe: (name: string, answers: Answers) => Promise<Result<Procedure>>,
): Promise<Result<OperationHistory>> {
  const { user, procedure, given } = askedOf(records);
  const described = procedure === null ? null : await describe(procedure, given);
  if (described && !described.ok) return described;
  const questions = described?.value.questions ?? [];
  // What is no question any more can't be answered again, and a secret was never kept.
  const isTakenOver = (name: string) =>
    questions.some((one) => one.name === name && one.kind !== 'secret' && one.isMomentary !== true);
  const answers = Object.fromEntries(Object.entries(given).filter(([name]) => isTakenOver(name)));
  const shown = Object.entries(given).map(([name, value]) => {
    const question = questions.find((one) => one.name === name);
    return { label: question?.label ?? name, value: shownValue(question, value) };
  });
  return success({ user, procedure, answers, shown, drift: driftOf(records, facts) });
}
