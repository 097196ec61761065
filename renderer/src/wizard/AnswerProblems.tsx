import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { AnswerProblem } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { wizardText } from '../text/wizard';
import { useWizardContext } from './context';
import { stopOfQuestion } from './positions';

/** Answers main can not take, each with the way back to its question. */
export function AnswerProblems({ problems }: { problems: readonly AnswerProblem[] }) {
  const layout = useLayout();
  const { store, procedure } = useWizardContext();
  if (problems.length === 0) return null;
  const questionOf = (name: string) => procedure.questions.find((item) => item.name === name);
  const change = (name: string) => {
    const stop = stopOfQuestion(procedure, name);
    if (stop === null) return;
    store.getState().touch([name]);
    store.getState().goTo(stop, false);
    // Its page, if that is another one, has taken the focus to its heading by then.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus(),
    );
  };
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{wizardText.answersWrong}</MessageBarTitle>
        <ul className={layout.plain}>
          {problems.map(({ name, message }) => (
            <li key={name} className={layout.row}>
              <span>{message}</span>
              <Button size="small" appearance="transparent" onClick={() => change(name)}>
                {wizardText.changeAnswer(questionOf(name)?.label ?? name)}
              </Button>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
