import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { useState } from 'react';
import type { Question } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { PathText } from '../components/PathText';
import { problemOf, request } from '../state/client';
import { useNavigation } from '../state/navigation';
import { useServer } from '../state/server';
import { dateText, size } from '../text/numbers';
import { wizardText } from '../text/wizard';
import { useWizardContext } from './context';
import type { FieldProps } from './field-props';
import { DOWNLOAD } from './procedures';
import { openTask } from './tasks';

const useStyles = makeStyles({
  facts: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface OfferedFile {
  path: string;
  name: string;
  facts: string;
}

/** Files to choose from: those main names with the question, then those found on the server. */
function useOfferedFiles({ choices }: Question): OfferedFile[] {
  const found = useServer((state) => state.facts?.setupFiles) ?? [];
  return [
    ...choices.map(({ value, label, hint }) => ({ path: value, name: label, facts: hint })),
    ...found
      .filter(({ path }) => !choices.some(({ value }) => value === path))
      .map(({ path, sizeBytes, modified }) => ({
        path,
        name: path,
        facts: wizardText.setupFileFacts(size(sizeBytes), dateText(modified)),
      })),
  ];
}

/** A set-up file: one that was found, or one chosen in main's own dialog. */
export function SetupFileField({ question, value, problem, test, change, leave }: FieldProps) {
  const styles = useStyles();
  const layout = useLayout();
  const files = useOfferedFiles(question);
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
  const { procedure } = useWizardContext();
  const download = () => {
    useNavigation.getState().go('maintain');
    openTask(DOWNLOAD);
  };
  const isChosenElsewhere = value !== '' && !files.some(({ path }) => path === value);
  return (
    <div className={layout.stack}>
      <Field
        label={question.label}
        hint={files.length === 0 ? `${question.hint} ${wizardText.noSetupFiles}` : question.hint}
        required={question.required}
        validationMessage={refusal ?? problem}
      >
        <RadioGroup value={value} onChange={(_event, data) => take(data.value)}>
          {files.map(({ path, name, facts }) => (
            <Radio
              key={path}
              value={path}
              label={
                <>
                  <span className={layout.code}>
                    <PathText text={name} />
                  </span>
                  <span className={styles.facts}>{facts}</span>
                </>
              }
            />
          ))}
          {isChosenElsewhere ? (
            <Radio
              value={value}
              label={
                <>
                  <span className={layout.code}>
                    <PathText text={value} />
                  </span>
                  <span className={styles.facts}>{wizardText.chosenFile}</span>
                </>
              }
            />
          ) : null}
        </RadioGroup>
      </Field>
      <div className={layout.row}>
        <Button icon={<FolderOpen20Regular />} onClick={() => void choose()}>
          {wizardText.chooseFile}
        </Button>
        {procedure.name === DOWNLOAD ? null : (
          <Button icon={<ArrowDownload20Regular />} onClick={download}>
            {wizardText.download}
          </Button>
        )}
        {test}
      </div>
    </div>
  );
}
