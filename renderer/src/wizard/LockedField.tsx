import { Field, Input, makeStyles } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { policyText } from '../../../contract/text/policy';
import type { FieldProps } from './field-props';

const useStyles = makeStyles({ value: { maxWidth: '420px' } });

/** An answer that policy decided: shown, and not to be changed. */
export function LockedField({ question, value, problem }: Omit<FieldProps, 'test'>) {
  const styles = useStyles();
  const shown = question.choices.find((choice) => choice.value === value)?.label ?? value;
  return (
    <Field
      label={question.label}
      hint={`${policyText.locked} ${question.hint}`}
      validationMessage={problem}
    >
      <Input
        className={styles.value}
        readOnly
        value={shown}
        contentBefore={<LockClosed20Regular aria-hidden />}
      />
    </Field>
  );
}
