import type { OperationState } from '../../../contract/operation';
import type {
  AnswerProblem,
  Answers,
  Procedure,
  Proposal,
  Question,
  Section,
} from '../../../contract/runbook';
import { wizardText } from '../text/wizard';

/** One stop of a wizard; `section:<id>` is a page of questions. */
export interface Stop {
  id: string;
  title: string;
  /** A page of Questions that come before preparation, drawn one level deeper. */
  isSection: boolean;
}

export const SECTION = 'section:';

/** What is answered now: the admin's answer, else the suggestion, for every question asked. */
export function effectiveAnswers(procedure: Procedure, given: Answers): Answers {
  const answers: Record<string, string> = {};
  for (const question of procedure.questions) {
    if (question.kind === 'secret' || !isAsked(question, answers)) continue;
    const own = question.isLocked ? undefined : given[question.name];
    const answer = own ?? question.suggestion ?? '';
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

/** Where a question is asked; one that is unknown counts as asked first. */
export function placeOf(procedure: Procedure, question: string): Section['place'] {
  const section = procedure.questions.find(({ name }) => name === question)?.section;
  return procedure.sections.find(({ id }) => id === section)?.place ?? 'questions';
}

/** The stop at which a question is asked; null when the procedure has no such question. */
export function stopOfQuestion(procedure: Procedure, question: string): string | null {
  const section = procedure.questions.find(({ name }) => name === question)?.section;
  if (section === undefined) return null;
  return placeOf(procedure, question) === 'withChecks' ? 'checks' : SECTION + section;
}

/** The sections of one place that ask something now. */
export function sectionsAt(
  procedure: Procedure,
  place: Section['place'],
  answers: Answers,
): Section[] {
  return procedure.sections.filter(
    (section) => section.place === place && questionsOf(procedure, section.id, answers).length > 0,
  );
}

/**
 * True when something is asked beside the checks that everybody has to see. What is optional there
 * is a way round a check, and of no use when all of them have passed.
 */
export function asksOnChecks(procedure: Procedure, given: Answers): boolean {
  const answers = effectiveAnswers(procedure, given);
  return sectionsAt(procedure, 'withChecks', answers).some(({ id }) =>
    questionsOf(procedure, id, answers).some(({ isAdvanced, required }) => required && !isAdvanced),
  );
}

/** The stops of a procedure in order; a section that asks nothing now is left out. */
export function stopsOf(procedure: Procedure, given: Answers): Stop[] {
  const answers = effectiveAnswers(procedure, given);
  const stop = (id: string, title: string): Stop => ({ id, title, isSection: false });
  const pages = (place: Section['place']) =>
    sectionsAt(procedure, place, answers).map(({ id, title }) => stop(SECTION + id, title));
  return [
    stop('before', wizardText.before),
    ...pages('questions').map((page) => ({ ...page, isSection: true })),
    ...(procedure.preparedBy === null ? [] : [stop('prepare', wizardText.prepare)]),
    ...pages('afterPreparation'),
    stop('checks', wizardText.checks),
    stop('ready', wizardText.ready),
    stop('progress', wizardText.progress),
    stop('result', wizardText.result),
  ];
}

/** The first page of questions; the first page at all when nothing is asked. */
export const firstQuestions = (stops: readonly Stop[]): string =>
  stops.find(({ id }) => id.startsWith(SECTION))?.id ?? 'before';

/** True when only answers of later pages are still missing from the real plan. */
export function isPrepared(procedure: Procedure, proposal: Proposal | null): boolean {
  if (proposal === null) return false;
  const { plan, problems, preconditions } = proposal;
  if (plan !== null) return true;
  const isLater = ({ name }: AnswerProblem) => placeOf(procedure, name) !== 'questions';
  return (
    problems.length > 0 &&
    problems.every(isLater) &&
    preconditions.every(({ verdict }) => verdict !== 'blocks')
  );
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
  return ['done', 'cancelled', 'stopped', 'undone'].includes(status);
}

/** The stop before or after another; itself at the ends. */
export function neighbour(stops: readonly Stop[], id: string, distance: 1 | -1): string {
  const index = stops.findIndex((stop) => stop.id === id);
  return stops[index + distance]?.id ?? id;
}
