import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useLayout } from '../components/layout';
import { secretsSettled } from '../state/wizard';
import { commonText } from '../text/common';
import { wizardText } from '../text/wizard';
import { useWalk, useWizard, useWizardContext } from './context';
import { effectiveAnswers, questionsOf } from './positions';
import { QuestionField } from './QuestionField';
import { problemsOn } from './question-problems';
import { WizardShell } from './WizardShell';

/** How long after an answer main is asked what it thinks of all of them. */
const SETTLE_MS = 300;

/** One section of the questions. */
export function QuestionsPage({ section }: { section: string }) {
  const layout = useLayout();
  const { store, procedure } = useWizardContext();
  const { next, back } = useWalk();
  const answers = useWizard((state) => state.answers);
  const [isRefused, setRefused] = useState(false);
  const [isChecking, setChecking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useProposalWhenSettled();

  const title = procedure.sections.find(({ id }) => id === section)?.title ?? section;
  const questions = questionsOf(procedure, section, effectiveAnswers(procedure, answers));
  const goOn = async () => {
    const state = store.getState();
    state.touch(questions.map(({ name }) => name));
    setChecking(true);
    await secretsSettled();
    const proposal = await state.propose();
    setChecking(false);
    const now = store.getState();
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
      <form
        ref={form}
        className={layout.stack}
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A secret is handed over when its field is left.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          void goOn();
        }}
      >
        {questions.map((question) => (
          <QuestionField key={question.name} question={question} />
        ))}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      {isRefused ? (
        <MessageBar intent="error">
          <MessageBarBody>{wizardText.sectionProblems}</MessageBarBody>
        </MessageBar>
      ) : null}
    </WizardShell>
  );
}

/** Asks main for its opinion when answers have not changed for a moment. */
function useProposalWhenSettled(): void {
  const { store } = useWizardContext();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = store.subscribe((now, before) => {
      const isSame =
        now.answers === before.answers &&
        now.touched === before.touched &&
        now.secretsEntered === before.secretsEntered;
      if (isSame) return;
      clearTimeout(timer);
      timer = setTimeout(() => void store.getState().propose(), SETTLE_MS);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [store]);
}
