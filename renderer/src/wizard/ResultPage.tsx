import { Button } from '@fluentui/react-components';
import { OperationNotices } from '../components/operation/OperationNotices';
import { ChangedThings, VerifiedFacts } from '../components/operation/Outcome';
import { secondsTaken, stepsDone } from '../components/operation/progress';
import { ReportPanel } from '../components/operation/ReportPanel';
import { StepTree } from '../components/operation/StepTree';
import { Panel } from '../components/Panel';
import { useNavigation } from '../state/navigation';
import { useOperations } from '../state/operations';
import { exactDuration } from '../text/numbers';
import { operationText } from '../text/operation';
import { wizardText } from '../text/wizard';
import { useWizard, useWizardContext } from './context';
import { WizardShell } from './WizardShell';

/** What is there now, verified, what was changed, and what to do next. */
export function ResultPage() {
  const { store } = useWizardContext();
  const go = useNavigation((state) => state.go);
  const operationId = useWizard((state) => state.operationId);
  const operation = useOperations((state) => (operationId ? state.byId[operationId] : undefined));
  if (!operation) return null;
  const { title } = operation.plan.body;
  const isDone = operation.status === 'done';
  const leave = (page: 'overview' | 'history') => {
    store.getState().startAgain();
    go(page);
  };
  return (
    <WizardShell
      title={isDone ? wizardText.resultDone(title) : wizardText.resultPartial(title)}
      introduction={
        isDone
          ? wizardText.resultDoneText(exactDuration(secondsTaken(operation) ?? 0))
          : wizardText.resultPartialText(stepsDone(operation), operation.steps.length)
      }
      buttons={
        <>
          <Button onClick={() => store.getState().startAgain()}>{wizardText.startAgain}</Button>
          <Button onClick={() => leave('history')}>{wizardText.toHistory}</Button>
          <Button appearance="primary" onClick={() => leave('overview')}>
            {wizardText.toOverview}
          </Button>
        </>
      }
    >
      <OperationNotices operation={operation} />
      <VerifiedFacts operation={operation} />
      {isDone ? null : (
        <Panel title={operationText.steps}>
          <StepTree operation={operation} />
        </Panel>
      )}
      <ChangedThings operation={operation} />
      <ReportPanel operationId={operation.id} />
    </WizardShell>
  );
}
