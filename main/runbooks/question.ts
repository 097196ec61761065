import type { Question } from '../../contract/runbook';

/** One question with quiet defaults for what most questions do not have. */
export function makeQuestion(
  name: string,
  section: string,
  kind: Question['kind'],
  { label, hint }: { label: string; hint: string },
  rest: Partial<Question> = {},
): Question {
  return {
    name,
    section,
    label,
    hint,
    kind,
    choices: [],
    required: true,
    onlyWhen: null,
    suggestion: null,
    isAdvanced: false,
    test: null,
    text: null,
    ...rest,
  };
}
