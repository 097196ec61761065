import { Panel } from '../components/Panel';
import { useWizard, useWizardContext } from './context';
import { FindingList } from './FindingList';
import { effectiveAnswers, questionsOf, sectionsAt } from './positions';
import { QuestionGroup } from './QuestionGroup';

/** The questions that are asked together with the checks, a panel for each section. */
export function ChecksQuestions() {
  const { procedure } = useWizardContext();
  const answers = effectiveAnswers(
    procedure,
    useWizard((state) => state.answers),
  );
  return sectionsAt(procedure, 'withChecks', answers).map(({ id, title, findings }) => (
    <Panel key={id} title={title}>
      {findings.length > 0 ? <FindingList findings={findings} /> : null}
      <QuestionGroup questions={questionsOf(procedure, id, answers)} />
    </Panel>
  ));
}
