import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { Question } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { wizardText } from '../text/wizard';
import type { FieldProps } from './field-props';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  text: { maxWidth: '420px', flexGrow: 1, minWidth: 0 },
  number: { maxWidth: '160px' },
  offers: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  beside: { flexDirection: 'row', flexWrap: 'wrap' },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** A line of text or a number, with the values that main offers for it. */
export function TextField({ question, value, problem, test, change, leave }: FieldProps) {
  const styles = useStyles();
  const layout = useLayout();
  const isNumber = question.kind === 'number';
  const take = (offered: string) => {
    change(offered);
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
        <div className={styles.row}>
          <Input
            className={mergeClasses(styles.text, isNumber && styles.number)}
            inputMode={isNumber ? 'numeric' : 'text'}
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(_event, data) => change(data.value)}
            onBlur={leave}
          />
          {test}
        </div>
      </Field>
      {question.choices.length > 0 ? (
        <Offers question={question} value={value} take={take} />
      ) : null}
    </div>
  );
}

interface OffersProps {
  question: Question;
  value: string;
  take(offered: string): void;
}

function Offers({ question, value, take }: OffersProps) {
  const styles = useStyles();
  const layout = useLayout();
  const hasHints = question.choices.some(({ hint }) => hint !== '');
  return (
    // A fieldset would bring its border; the group is named like the field.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="group"
      className={mergeClasses(styles.offers, hasHints ? undefined : styles.beside)}
      aria-label={wizardText.offered(question.label)}
    >
      {question.choices.map((choice) => (
        <div key={choice.value} className={layout.row}>
          <Button
            size="small"
            aria-pressed={choice.value === value}
            onClick={() => take(choice.value)}
          >
            {wizardText.takeOver(choice.label)}
          </Button>
          {choice.hint === '' ? null : (
            <Text size={200} className={styles.hint}>
              {choice.hint}
            </Text>
          )}
        </div>
      ))}
    </div>
  );
}
