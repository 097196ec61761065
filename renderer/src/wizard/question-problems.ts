import type { AnswerProblem, Answers, Question } from '../../../contract/runbook';
import { wizardText } from '../text/wizard';

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
    const isGiven =
      kind === 'secret' ? secretsEntered.includes(name) : (answers[name] ?? '') !== '';
    return required && !isGiven ? [{ name, message: wizardText.needed }] : [];
  });
}
