import { Field, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useLayout } from '../components/layout';
import { wizardText } from '../text/wizard';
import type { FieldProps } from './field-props';

/** More choices than this are offered as a list to open. */
const CHOICES_SHOWN = 4;

const useStyles = makeStyles({
  list: { maxWidth: '560px' },
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
  const choose = (chosen: string) => {
    change(chosen);
    leave();
  };
  return (
    <div className={layout.tight}>
      <Field
        label={question.label}
        hint={question.hint}
        required={question.required}
        validationMessage={problem}
      >
        {question.choices.length > CHOICES_SHOWN ? (
          <Select
            className={styles.list}
            value={value}
            onChange={(_event, data) => choose(data.value)}
          >
            {value === '' ? <option value="" /> : null}
            {question.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.hint === '' ? choice.label : wizardText.choice(choice.label, choice.hint)}
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
