import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { useState } from 'react';
import { useLayout } from '../components/layout';
import { problemOf, request } from '../state/client';
import { useServer } from '../state/server';
import { dateText, size } from '../text/numbers';
import { wizardText } from '../text/wizard';
import type { FieldProps } from './field-props';

const useStyles = makeStyles({
  facts: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** A set-up file: one that was found, or one chosen in main's own dialog. */
export function SetupFileField({ question, value, problem, change, leave }: FieldProps) {
  const styles = useStyles();
  const layout = useLayout();
  const found = useServer((state) => state.facts?.setupFiles) ?? [];
  const [refusal, setRefusal] = useState<string>();
  const take = (answer: string) => {
    change(answer);
    leave();
  };
  const choose = async () => {
    try {
      const answer = await request('setupFiles.choose', null);
      if (answer !== null) take(answer);
      setRefusal(undefined);
    } catch (error) {
      setRefusal(problemOf(error).what);
    }
  };
  const isChosenElsewhere = value !== '' && !found.some(({ path }) => path === value);
  return (
    <div className={layout.stack}>
      <Field
        label={question.label}
        hint={found.length === 0 ? `${question.hint} ${wizardText.noSetupFiles}` : question.hint}
        required={question.required}
        validationMessage={refusal ?? problem}
      >
        <RadioGroup value={value} onChange={(_event, data) => take(data.value)}>
          {found.map((file) => (
            <Radio
              key={file.path}
              value={file.path}
              label={
                <>
                  <span className={layout.code}>{file.path}</span>
                  <span className={styles.facts}>
                    {wizardText.setupFileFacts(size(file.sizeBytes), dateText(file.modified))}
                  </span>
                </>
              }
            />
          ))}
          {isChosenElsewhere ? (
            <Radio
              value={value}
              label={
                <>
                  <span className={layout.code}>{value}</span>
                  <span className={styles.facts}>{wizardText.chosenFile}</span>
                </>
              }
            />
          ) : null}
        </RadioGroup>
      </Field>
      <div>
        <Button icon={<FolderOpen20Regular />} onClick={() => void choose()}>
          {wizardText.chooseFile}
        </Button>
      </div>
    </div>
  );
}
