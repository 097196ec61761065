import {
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Switch,
  tokens,
} from '@fluentui/react-components';
import type { Question } from '../../../contract/runbook';
import { useWizard, useWizardContext } from './context';
import type { FieldProps } from './field-props';
import { effectiveAnswers } from './positions';
import { problemsOn } from './question-problems';
import { SecretField } from './SecretField';
import { SetupFileField } from './SetupFileField';

/** More choices than this are offered as a list to open. */
const CHOICES_SHOWN = 4;
/** How a toggle's answer travels. */
const YES = 'yes';
const NO = 'no';

const useStyles = makeStyles({
  text: { maxWidth: '420px' },
  number: { maxWidth: '160px' },
  radioHint: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One question with its label, hint and, once it was left, its problem. */
export function QuestionField({ question }: { question: Question }) {
  const { store, procedure } = useWizardContext();
  const answers = useWizard((state) => state.answers);
  const touched = useWizard((state) => state.touched);
  const secretsEntered = useWizard((state) => state.secretsEntered);
  const told = useWizard((state) => state.answerProblems);
  const given = effectiveAnswers(procedure, answers);
  const [problem] = problemsOn([question], given, secretsEntered, told);
  const props: FieldProps = {
    question,
    value: given[question.name] ?? '',
    problem: touched.includes(question.name) ? problem?.message : undefined,
    change: (value) => store.getState().answer(question.name, value),
    leave: () => store.getState().touch([question.name]),
  };
  switch (question.kind) {
    case 'secret':
      return <SecretField {...props} />;
    case 'setupFile':
      return <SetupFileField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'toggle':
      return <ToggleField {...props} />;
    default:
      return <TextField {...props} />;
  }
}

function TextField({ question, value, problem, change, leave }: FieldProps) {
  const styles = useStyles();
  const isNumber = question.kind === 'number';
  return (
    <Field
      label={question.label}
      hint={question.hint}
      required={question.required}
      validationMessage={problem}
    >
      <Input
        className={isNumber ? styles.number : styles.text}
        inputMode={isNumber ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(_event, data) => change(data.value)}
        onBlur={leave}
      />
    </Field>
  );
}

function ChoiceField({ question, value, problem, change, leave }: FieldProps) {
  const styles = useStyles();
  const choose = (chosen: string) => {
    change(chosen);
    leave();
  };
  return (
    <Field
      label={question.label}
      hint={question.hint}
      required={question.required}
      validationMessage={problem}
    >
      {question.choices.length > CHOICES_SHOWN ? (
        <Select
          className={styles.text}
          value={value}
          onChange={(_event, data) => choose(data.value)}
        >
          {question.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      ) : (
        <RadioGroup value={value} onChange={(_event, data) => choose(data.value)}>
          {question.choices.map((choice) => (
            <Radio
              key={choice.value}
              value={choice.value}
              label={
                <>
                  {choice.label}
                  {choice.hint ? <span className={styles.radioHint}>{choice.hint}</span> : null}
                </>
              }
            />
          ))}
        </RadioGroup>
      )}
    </Field>
  );
}

function ToggleField({ question, value, problem, change, leave }: FieldProps) {
  return (
    <Field hint={question.hint} validationMessage={problem}>
      <Switch
        label={question.label}
        checked={value === YES}
        onChange={(_event, data) => {
          change(data.checked ? YES : NO);
          leave();
        }}
      />
    </Field>
  );
}
