import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons/svg/eye';
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off';
import { useRef, useState } from 'react';
import { problemOf } from '../state/client';
import { wizardText } from '../text/wizard';
import { useWizard, useWizardContext } from './context';
import type { FieldProps } from './field-props';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  input: { maxWidth: '420px', flexGrow: 1, minWidth: 0 },
});

/** Typed here, handed to main when the field is left, and kept nowhere else. */
export function SecretField({ question, problem, test, leave }: FieldProps) {
  const styles = useStyles();
  const { store } = useWizardContext();
  const isEntered = useWizard((state) => state.secretsEntered.includes(question.name));
  const [isShown, setShown] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const [isTyping, setTyping] = useState(false);
  const handOver = () => {
    leave();
    const value = input.current?.value ?? '';
    if (!isTyping || value === '') return;
    setTyping(false);
    store
      .getState()
      .enterSecret(question.name, value)
      .then(
        (accepted) => setRefusal(accepted ? undefined : wizardText.secretRefused),
        (error: unknown) => setRefusal(problemOf(error).what),
      );
  };
  return (
    <Field
      label={question.label}
      hint={isEntered && !problem ? wizardText.secretEntered : question.hint}
      required={question.required}
      validationMessage={isTyping ? undefined : (refusal ?? problem)}
    >
      <div className={styles.row}>
        <Input
          ref={input}
          className={styles.input}
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
          placeholder={isEntered ? '••••••••' : ''}
          onChange={() => setTyping(true)}
          onBlur={handOver}
          contentAfter={
            <Button
              appearance="transparent"
              size="small"
              aria-label={`${isShown ? wizardText.secretHide : wizardText.secretShow} ${question.label}`}
              icon={isShown ? <EyeOff20Regular /> : <Eye20Regular />}
              onClick={() => setShown(!isShown)}
            />
          }
        />
        {test}
      </div>
    </Field>
  );
}
