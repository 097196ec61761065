import type { ComponentType } from 'react';
import type { Question } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { TestButton, TestResultView } from './AnswerTestView';
import { ChoiceField } from './ChoiceField';
import { useWizard, useWizardContext } from './context';
import type { FieldProps } from './field-props';
import { LockedField } from './LockedField';
import { effectiveAnswers } from './positions';
import { problemsOn } from './question-problems';
import { SecretField } from './SecretField';
import { SetupFileField } from './SetupFileField';
import { TermsField } from './TermsField';
import { TextField } from './TextField';
import { ToggleField } from './ToggleField';
import { useAnswerTest } from './use-answer-test';

const fields: Readonly<Record<Question['kind'], ComponentType<FieldProps>>> = {
  text: TextField,
  number: TextField,
  secret: SecretField,
  choice: ChoiceField,
  toggle: ToggleField,
  setupFile: SetupFileField,
  terms: TermsField,
};

/** One question with its label, hint and, once it was left, its problem; with its test, if any. */
export function QuestionField({ question }: { question: Question }) {
  const props = useFieldProps(question);
  const Shown = fields[question.kind];
  if (question.isLocked) return <LockedField {...props} />;
  return question.test === null ? (
    <Shown {...props} test={null} />
  ) : (
    <TestedField {...props} name={question.test} />
  );
}

function TestedField({ name, ...props }: Omit<FieldProps, 'test'> & { name: string }) {
  const layout = useLayout();
  const test = useAnswerTest(props.question.name);
  const Shown = fields[props.question.kind];
  return (
    <div className={layout.tight}>
      <Shown {...props} test={<TestButton name={name} test={test} />} />
      <TestResultView test={test} />
    </div>
  );
}

function useFieldProps(question: Question): Omit<FieldProps, 'test'> {
  const { store, procedure } = useWizardContext();
  const answers = useWizard((state) => state.answers);
  const touched = useWizard((state) => state.touched);
  const secretsEntered = useWizard((state) => state.secretsEntered);
  const told = useWizard((state) => state.answerProblems);
  const given = effectiveAnswers(procedure, answers);
  const [problem] = problemsOn([question], given, secretsEntered, told);
  return {
    question,
    value: given[question.name] ?? '',
    problem: touched.includes(question.name) ? problem?.message : undefined,
    change: (value) => store.getState().answer(question.name, value),
    leave: () => store.getState().touch([question.name]),
  };
}
