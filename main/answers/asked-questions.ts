import type { Answers, Procedure, Question } from '../../contract/runbook';

/** The questions that are asked with these answers. An answer to one that is not asked decides nothing. */
export function askedQuestions({ questions }: Procedure, answers: Answers): Question[] {
  const counted: Record<string, string> = {};
  return questions.filter(({ name, onlyWhen }) => {
    const isAsked = onlyWhen === null || onlyWhen.in.includes(counted[onlyWhen.name] ?? '');
    const answer = answers[name];
    if (isAsked && answer !== undefined) counted[name] = answer;
    return isAsked;
  });
}
