import { Button, Text } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Answers } from '../../../../contract/runbook';
import { FactRows } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { useCurrentOperation } from '../../state/current-operation';
import { useNavigation } from '../../state/navigation';
import { wizardOf } from '../../state/wizard';
import { maintainText } from '../../text/maintain';
import { SET_UP } from '../../wizard/procedures';
import { beginAnewWhenEnded } from '../../wizard/tasks';

const text = maintainText.commandLines;

interface AnswersReadProps {
  answers: Answers;
  labelOf(name: string): string;
}

/** The answers found in pasted text, and the way to put them into Set up. */
export function AnswersRead({ answers, labelOf }: AnswersReadProps) {
  const layout = useLayout();
  const isBusy = useCurrentOperation()?.status === 'running';
  return (
    <section className={layout.stack}>
      <Text as="h3" weight="semibold" className={layout.text}>
        {text.answers}
      </Text>
      <FactRows
        rows={Object.entries(answers).map(([name, value]) => [labelOf(name), value] as const)}
      />
      <div className={layout.row}>
        <Button disabledFocusable={isBusy} onClick={() => putIntoSetUp(answers)}>
          {text.use}
        </Button>
        {isBusy ? <Text className={layout.quiet}>{text.useLater}</Text> : null}
      </div>
    </section>
  );
}

/** Names of questions as Set up asks them; the name itself until they are known. */
export function useAnswerLabels(): (name: string) => string {
  const procedure = useStore(wizardOf(SET_UP), (state) => state.procedure);
  useEffect(() => {
    if (!procedure) void wizardOf(SET_UP).getState().describe();
  }, [procedure]);
  return (name) => procedure?.questions.find((question) => question.name === name)?.label ?? name;
}

/** Set up begins at its first page, so that nothing taken over is passed by unseen. */
function putIntoSetUp(answers: Answers): void {
  const wizard = wizardOf(SET_UP);
  beginAnewWhenEnded(wizard);
  const { answer, goTo } = wizard.getState();
  for (const [name, value] of Object.entries(answers)) answer(name, value);
  goTo('before', false);
  useNavigation.getState().go('setUp');
}
