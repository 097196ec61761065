import type { OperationState } from '../../../contract/operation';
import type { Answers, Procedure, Question } from '../../../contract/runbook';
import { wizardText } from '../text/wizard';

/** One stop of a wizard; `section:<id>` is a page of questions. */
export interface Stop {
  id: string;
  title: string;
  /** A page of Questions, drawn one level deeper. */
  isSection: boolean;
}

export const SECTION = 'section:';

/** What is answered now: the admin's answer, else the suggestion, for every question asked. */
export function effectiveAnswers(procedure: Procedure, given: Answers): Answers {
  const answers: Record<string, string> = {};
  for (const question of procedure.questions) {
    if (question.kind === 'secret' || !isAsked(question, answers)) continue;
    const answer = given[question.name] ?? question.suggestion ?? '';
    if (answer !== '') answers[question.name] = answer;
  }
  return answers;
}

/** True while the condition of the question holds with these answers. */
export function isAsked(question: Question, answers: Answers): boolean {
  if (question.onlyWhen === null) return true;
  return question.onlyWhen.in.includes(answers[question.onlyWhen.name] ?? '');
}

/** The questions that one page asks with these answers. */
export function questionsOf(procedure: Procedure, section: string, answers: Answers): Question[] {
  return procedure.questions.filter(
    (question) => question.section === section && isAsked(question, answers),
  );
}

/** The stops of a procedure in order; a section that asks nothing now is left out. */
export function stopsOf(procedure: Procedure, given: Answers): Stop[] {
  const answers = effectiveAnswers(procedure, given);
  const sections = procedure.sections
    .filter(({ id }) => questionsOf(procedure, id, answers).length > 0)
    .map(({ id, title }) => ({ id: SECTION + id, title, isSection: true }));
  const stop = (id: string, title: string): Stop => ({ id, title, isSection: false });
  return [
    stop('before', wizardText.before),
    ...sections,
    ...(procedure.preparedBy === null ? [] : [stop('prepare', wizardText.prepare)]),
    stop('checks', wizardText.checks),
    stop('ready', wizardText.ready),
    stop('progress', wizardText.progress),
    stop('result', wizardText.result),
  ];
}

/** Where the wizard stands: an operation decides, else the stop the admin went to. */
export function positionNow(
  stops: readonly Stop[],
  wanted: string,
  operation: Pick<OperationState, 'status'> | null,
): string {
  if (operation) return hasEnded(operation) ? 'result' : 'progress';
  const found = stops.find(({ id }) => id === wanted);
  return found && found.id !== 'progress' && found.id !== 'result' ? found.id : 'before';
}

/** True when nothing can happen to the operation any more. */
export function hasEnded({ status }: Pick<OperationState, 'status'>): boolean {
  return status === 'done' || status === 'cancelled' || status === 'stopped';
}

/** The stop before or after another; itself at the ends. */
export function neighbour(stops: readonly Stop[], id: string, distance: 1 | -1): string {
  const index = stops.findIndex((stop) => stop.id === id);
  return stops[index + distance]?.id ?? id;
}
