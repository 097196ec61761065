import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { Panel } from '../components/Panel';
import { secretsSettled } from '../state/wizard';
import { commonText } from '../text/common';
import { wizardText } from '../text/wizard';
import { CopyList } from './CopyList';
import { useWalk, useWizard, useWizardContext } from './context';
import { FindingList } from './FindingList';
import { effectiveAnswers, questionsOf } from './positions';
import { QuestionGroup } from './QuestionGroup';
import { problemsOn } from './question-problems';
import { useSettledProposal } from './use-settled-proposal';
import { WizardShell } from './WizardShell';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
});

/** One section of the questions. */
export function QuestionsPage({ section: id }: { section: string }) {
  const styles = useStyles();
  const { store, procedure } = useWizardContext();
  const { next, back } = useWalk();
  const answers = useWizard((state) => state.answers);
  const [isRefused, setRefused] = useState(false);
  const [isChecking, setChecking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useSettledProposal();

  const section = procedure.sections.find((one) => one.id === id);
  const title = section?.title ?? id;
  const questions = questionsOf(procedure, id, effectiveAnswers(procedure, answers));
  const isStillWrong = useWizard(
    ({ secretsEntered, answerProblems, answers: now }) =>
      problemsOn(questions, effectiveAnswers(procedure, now), secretsEntered, answerProblems)
        .length > 0,
  );
  const goOn = async () => {
    const state = store.getState();
    state.touch(questions.map(({ name }) => name));
    setChecking(true);
    await secretsSettled();
    const proposal = await state.propose();
    setChecking(false);
    const now = store.getState();
    // Whoever went elsewhere meanwhile is not led on from there.
    if (now.stop !== state.stop || !form.current) return;
    const given = effectiveAnswers(procedure, now.answers);
    const problems = problemsOn(questions, given, now.secretsEntered, now.answerProblems);
    if (proposal && problems.length === 0) {
      next();
      return;
    }
    setRefused(problems.length > 0);
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  return (
    <WizardShell
      title={title}
      buttons={
        <>
          <Button onClick={back}>{commonText.back}</Button>
          <Button appearance="primary" disabledFocusable={isChecking} onClick={() => void goOn()}>
            {commonText.next}
          </Button>
        </>
      }
    >
      {section && section.findings.length > 0 ? (
        <Panel title={wizardText.findings}>
          <FindingList findings={section.findings} />
        </Panel>
      ) : null}
      <form
        ref={form}
        className={styles.form}
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A secret is handed over when its field is left.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          void goOn();
        }}
      >
        <QuestionGroup questions={questions} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      {section ? <CopyList section={section} /> : null}
      {isRefused && isStillWrong ? (
        <MessageBar intent="error">
          <MessageBarBody>{wizardText.sectionProblems}</MessageBarBody>
        </MessageBar>
      ) : null}
    </WizardShell>
  );
}
