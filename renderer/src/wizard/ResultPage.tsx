import { Button } from '@fluentui/react-components';
import type { OperationState } from '../../../contract/operation';
import { OperationNotices } from '../components/operation/OperationNotices';
import { Afterwards, ChangedThings, VerifiedFacts } from '../components/operation/Outcome';
import { secondsTaken, stepsDone } from '../components/operation/progress';
import { RemainsPanel } from '../components/operation/RemainsPanel';
import { ReportPanel } from '../components/operation/ReportPanel';
import { StepTree } from '../components/operation/StepTree';
import { UndoButton } from '../components/operation/UndoButton';
import { undoProgress } from '../components/operation/undo';
import { Panel } from '../components/Panel';
import { useNavigation } from '../state/navigation';
import { useOperations } from '../state/operations';
import { exactDuration } from '../text/numbers';
import { operationText } from '../text/operation';
import { wizardText } from '../text/wizard';
import { useWizard, useWizardContext } from './context';
import { WayOnAction } from './WayOnAction';
import { WizardShell } from './WizardShell';

/** What is there now, verified, what was changed, and what to do next. */
export function ResultPage() {
  const operationId = useWizard((state) => state.operationId);
  const operation = useOperations((state) => (operationId ? state.byId[operationId] : undefined));
  if (!operation) return null;
  const { heading, text } = outcomeInWords(operation);
  return (
    <WizardShell
      title={heading}
      introduction={text}
      buttons={<ResultButtons operation={operation} />}
    >
      <OperationNotices operation={operation} />
      <Afterwards operation={operation} />
      <RemainsPanel
        operation={operation}
        actionOf={(kind) => <WayOnAction operation={operation} kind={kind} />}
      />
      <VerifiedFacts operation={operation} />
      {operation.status === 'done' ? null : (
        <Panel title={operationText.steps}>
          <StepTree operation={operation} />
        </Panel>
      )}
      <ChangedThings operation={operation} />
      <ReportPanel operationId={operation.id} />
    </WizardShell>
  );
}

function outcomeInWords(operation: OperationState): { heading: string; text: string } {
  const { title } = operation.plan.body;
  switch (operation.status) {
    case 'done':
      return {
        heading: wizardText.resultDone(title),
        text: wizardText.resultDoneText(exactDuration(secondsTaken(operation) ?? 0)),
      };
    case 'undone': {
      const { undone } = undoProgress(operation);
      return {
        heading: wizardText.resultUndone(title),
        text: wizardText.resultUndoneText(undone, operation.steps.length),
      };
    }
    default:
      return {
        heading: wizardText.resultPartial(title),
        text: wizardText.resultPartialText(stepsDone(operation), operation.steps.length),
      };
  }
}

function ResultButtons({ operation }: { operation: OperationState }) {
  const { store, leave } = useWizardContext();
  const go = useNavigation((state) => state.go);
  const leaveTo = (page: 'overview' | 'history') => {
    store.getState().startAgain();
    go(page);
  };
  return (
    <>
      <UndoButton operation={operation} />
      <Button onClick={() => store.getState().startAgain()}>{wizardText.startAgain}</Button>
      <Button onClick={() => leaveTo('history')}>{wizardText.toHistory}</Button>
      {leave ? (
        <Button appearance="primary" onClick={leave}>
          {wizardText.allTasks}
        </Button>
      ) : (
        <Button appearance="primary" onClick={() => leaveTo('overview')}>
          {wizardText.toOverview}
        </Button>
      )}
    </>
  );
}
