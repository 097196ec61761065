import type { AnswerProblem, Answers, Question } from '../../../contract/runbook';
import { wizardText } from '../text/wizard';
import { YES } from './toggle-answers';

/** Problems of these questions: what is missing at once, the rest as main told. */
export function problemsOn(
  questions: readonly Question[],
  answers: Answers,
  secretsEntered: readonly string[],
  told: readonly AnswerProblem[],
): AnswerProblem[] {
  return questions.flatMap(({ name, kind, required }) => {
    const message = told.find((problem) => problem.name === name)?.message;
    if (message !== undefined) return [{ name, message }];
    if (!required) return [];
    if (kind === 'terms') {
      return answers[name] === YES ? [] : [{ name, message: wizardText.termsNeeded }];
    }
    const isGiven =
      kind === 'secret' ? secretsEntered.includes(name) : (answers[name] ?? '') !== '';
    return isGiven ? [] : [{ name, message: wizardText.needed }];
  });
}

/** True when the admin answered something else than what was suggested. */
export function isChanged(
  { name, kind, suggestion }: Question,
  given: Answers,
  secretsEntered: readonly string[],
): boolean {
  if (kind === 'secret') return secretsEntered.includes(name);
  const answer = given[name];
  return answer !== undefined && answer !== (suggestion ?? '');
}
