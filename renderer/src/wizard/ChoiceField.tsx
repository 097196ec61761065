import { Field, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useLayout } from '../components/layout';
import { wizardText } from '../text/wizard';
import type { FieldProps } from './field-props';

/** More choices than this are offered as a list to open. */
const CHOICES_SHOWN = 4;

const useStyles = makeStyles({
  list: { maxWidth: '560px' },
  meaning: { display: 'block', color: tokens.colorNeutralForeground1 },
  hint: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One of several values: all of them to see when they are few. */
export function ChoiceField({ question, value, problem, test, change, leave }: FieldProps) {
  const styles = useStyles();
  const layout = useLayout();
  const choose = (wanted: string) => {
    change(wanted);
    leave();
  };
  const isList = question.choices.length > CHOICES_SHOWN;
  // A closed list has no room for what a choice means, so that is told below it.
  const chosen = isList ? question.choices.find((choice) => choice.value === value) : undefined;
  return (
    <div className={layout.tight}>
      <Field
        label={question.label}
        hint={
          <>
            {question.choices.length === 0 ? (
              <span className={styles.meaning}>{wizardText.noChoices}</span>
            ) : null}
            {chosen?.hint ? <span className={styles.meaning}>{chosen.hint}</span> : null}
            {question.hint}
          </>
        }
        required={question.required}
        validationMessage={problem}
      >
        {isList ? (
          <Select
            className={styles.list}
            value={value}
            onChange={(_event, data) => choose(data.value)}
          >
            {value === '' ? <option value="" /> : null}
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
                    {choice.hint ? <span className={styles.hint}>{choice.hint}</span> : null}
                  </>
                }
              />
            ))}
          </RadioGroup>
        )}
      </Field>
      {test ? <div>{test}</div> : null}
    </div>
  );
}
