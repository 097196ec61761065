import type { Question } from '../../contract/runbook';

/** Words of values: each has a label, and a hint named after it. */
type ChoiceWords<Value extends string> = Readonly<Record<Value | `${Value}Hint`, string>>;

/** The choices of a question, one for each value, out of its words. */
export const choicesOf = <Value extends string>(
  values: readonly Value[],
  words: ChoiceWords<Value>,
): Question['choices'] =>
  values.map((value) => ({ value, label: words[value], hint: words[`${value}Hint`] }));

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
