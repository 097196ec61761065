import {
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useLayout } from '../components/layout';
import { scrollArea } from '../components/scroll-area';
import { wizardText } from '../text/wizard';
import type { FieldProps } from './field-props';
import { NO, YES } from './toggle-answers';

const useStyles = makeStyles({
  terms: {
    maxHeight: '280px',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** Terms to be read, and the box that accepts them. */
export function TermsField({ question, value, problem, test, change, leave }: FieldProps) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div className={layout.stack}>
      {question.text === null ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{wizardText.termsUnread}</MessageBarBody>
        </MessageBar>
      ) : (
        <section className={styles.terms} aria-label={wizardText.termsLabel} {...scrollArea}>
          {question.text}
        </section>
      )}
      <Field hint={question.hint} validationMessage={problem}>
        <Checkbox
          label={question.label}
          required={question.required}
          checked={value === YES}
          disabled={question.text === null}
          onChange={(_event, data) => {
            change(data.checked === true ? YES : NO);
            leave();
          }}
        />
      </Field>
      {test}
    </div>
  );
}
