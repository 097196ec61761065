import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { AnswerProblem } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { wizardText } from '../text/wizard';
import { useWizardContext } from './context';
import { SECTION } from './positions';

/** Answers main can not take, each with the way back to its question. */
export function AnswerProblems({ problems }: { problems: readonly AnswerProblem[] }) {
  const layout = useLayout();
  const { store, procedure } = useWizardContext();
  if (problems.length === 0) return null;
  const questionOf = (name: string) => procedure.questions.find((item) => item.name === name);
  const change = (name: string) => {
    const section = questionOf(name)?.section;
    if (section === undefined) return;
    store.getState().touch([name]);
    store.getState().goTo(SECTION + section, false);
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
