import { Button } from '@fluentui/react-components';
import type { OperationState } from '../../../contract/operation';
import { LogPane } from '../components/operation/LogPane';
import { OperationNotices } from '../components/operation/OperationNotices';
import { OverallProgress } from '../components/operation/OverallProgress';
import { RemainsPanel, tellsWhatRemains } from '../components/operation/RemainsPanel';
import { StayNotice } from '../components/operation/StayNotice';
import { StepTree } from '../components/operation/StepTree';
import { UndoButton } from '../components/operation/UndoButton';
import { WindowValues } from '../components/operation/WindowValues';
import { Panel } from '../components/Panel';
import { useOperations } from '../state/operations';
import { operationText } from '../text/operation';
import { CancelButton } from './CancelButton';
import { useWizard } from './context';
import { RestartButton } from './RestartButton';
import { ChangeAnswersButton, WayOnAction } from './WayOnAction';
import { WizardShell } from './WizardShell';

/** The operation while it runs, or where it stopped. */
export function ProgressPage() {
  const operationId = useWizard((state) => state.operationId);
  const operation = useOperations((state) => (operationId ? state.byId[operationId] : undefined));
  const lines = useOperations((state) => (operationId ? state.lines[operationId] : undefined));
  if (!operation) return null;
  return (
    <WizardShell
      title={operation.plan.body.title}
      buttons={<ProgressButtons operation={operation} />}
    >
      <OverallProgress operation={operation} />
      <StayNotice operation={operation} />
      <WindowValues operation={operation} />
      <OperationNotices operation={operation} />
      <RemainsPanel
        operation={operation}
        actionOf={(kind) => <WayOnAction operation={operation} kind={kind} />}
      />
      <Panel title={operationText.steps}>
        <StepTree operation={operation} />
      </Panel>
      <LogPane lines={lines ?? []} />
    </WizardShell>
  );
}

function ProgressButtons({ operation }: { operation: OperationState }) {
  const { resume, stop } = useOperations();
  if (operation.status === 'running') return <CancelButton operation={operation} />;
  if (operation.status === 'restartNeeded') {
    return (
      <>
        <Button onClick={() => void stop(operation.id)}>{operationText.stopHere}</Button>
        <RestartButton operation={operation} />
      </>
    );
  }
  if (operation.isUndoing) return <UndoButtons operation={operation} />;
  if (operation.status === 'failed') return <FailedButtons operation={operation} />;
  if (operation.status !== 'interrupted') return null;
  return (
    <>
      <UndoButton operation={operation} />
      <Button onClick={() => void stop(operation.id)}>{operationText.stopHere}</Button>
      <Button appearance="primary" onClick={() => void resume(operation.id)}>
        {operationText.goOn}
      </Button>
    </>
  );
}

/** What was taken back in part never goes forward again. */
function UndoButtons({ operation }: { operation: OperationState }) {
  const { stop } = useOperations();
  return (
    <>
      <Button onClick={() => void stop(operation.id)}>{operationText.stopHere}</Button>
      <UndoButton operation={operation} appearance="primary" />
    </>
  );
}

/** The ways on; where they are told at length, only those that need no words. */
function FailedButtons({ operation }: { operation: OperationState }) {
  const { retry, stop } = useOperations();
  return (
    <>
      {tellsWhatRemains(operation) ? null : (
        <>
          <UndoButton operation={operation} />
          <ChangeAnswersButton operation={operation} />
        </>
      )}
      <Button onClick={() => void stop(operation.id)}>{operationText.stopHere}</Button>
      <Button appearance="primary" onClick={() => void retry(operation.id)}>
        {operationText.retry}
      </Button>
    </>
  );
}
