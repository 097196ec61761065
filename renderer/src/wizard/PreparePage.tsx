import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { OperationState } from '../../../contract/operation';
import type { Plan } from '../../../contract/plan';
import type { Proposal } from '../../../contract/runbook';
import { useLayout } from '../components/layout';
import { LogPane } from '../components/operation/LogPane';
import { OperationNotices } from '../components/operation/OperationNotices';
import { OverallProgress } from '../components/operation/OverallProgress';
import { StepTree } from '../components/operation/StepTree';
import { Panel } from '../components/Panel';
import { useOperations } from '../state/operations';
import { commonText } from '../text/common';
import { operationText } from '../text/operation';
import { wizardText } from '../text/wizard';
import { AnswerProblems } from './AnswerProblems';
import { CancelButton } from './CancelButton';
import { useWalk, useWizard, useWizardContext } from './context';
import { FailedActions } from './FailedActions';
import { PlanTable } from './PlanTable';
import { PreconditionList } from './PreconditionList';
import { isPrepared } from './positions';
import { WizardShell } from './WizardShell';

/** The small plan that has to be done before the real one can be made: shown, done, proven here. */
export function PreparePage() {
  const { store, procedure } = useWizardContext();
  const { next, back } = useWalk();
  const preparation = useWizard((state) => state.preparation);
  const preparationId = useWizard((state) => state.preparationId);
  const isDescribing = useWizard((state) => state.describing);
  const isReadyAnyway = useWizard(({ proposal }) => isPrepared(procedure, proposal));
  const operation = useOperations((state) =>
    preparationId ? (state.byId[preparationId] ?? null) : null,
  );
  const status = operation?.status;
  useEffect(() => {
    if (status === 'running') return;
    void store.getState().proposePreparation();
    void store.getState().propose();
  }, [store, status]);
  const plan = preparation?.plan;
  const isRunning = status === 'running';
  const isPassable = operation ? status === 'done' : isReadyAnyway;
  const begin = () => plan && void store.getState().prepare({ planId: plan.id, hash: plan.hash });
  const again = () => void store.getState().prepareAgain();
  const verb = (operation?.plan ?? plan)?.body.verb ?? wizardText.prepareVerb;
  const [doIt, itsName] = operation ? [again, wizardText.prepareAgain(verb)] : [begin, verb];
  return (
    <WizardShell
      title={wizardText.prepare}
      introduction={wizardText.prepareIntroduction}
      buttons={
        <>
          {operation && isRunning ? <CancelButton operation={operation} /> : null}
          <Button onClick={back} disabled={isRunning}>
            {commonText.back}
          </Button>
          {isPassable ? <Button onClick={doIt}>{itsName}</Button> : null}
          <Button
            key="primary"
            appearance="primary"
            disabled={!operation && !isPassable && !plan}
            disabledFocusable={isRunning || isDescribing}
            onClick={isPassable ? next : doIt}
          >
            {isPassable ? commonText.next : itsName}
          </Button>
        </>
      }
    >
      {operation ? (
        <RunningPreparation operation={operation} />
      ) : (
        <PlannedPreparation preparation={preparation} isReadyAnyway={isReadyAnyway} />
      )}
    </WizardShell>
  );
}

/** Some preparations also try what was answered. */
const kindOf = (plan: Plan | null): 'tested' | 'plain' =>
  plan?.body.steps.some(({ id }) => id === 'test') ? 'tested' : 'plain';

interface PlannedProps {
  preparation: Proposal | null;
  isReadyAnyway: boolean;
}

function PlannedPreparation({ preparation, isReadyAnyway }: PlannedProps) {
  const problem = useWizard((state) => state.problem);
  if (!preparation) return problem ? null : <Spinner label={commonText.loading} />;
  return (
    <>
      {isReadyAnyway ? (
        <MessageBar intent="success">
          <MessageBarBody>{wizardText.prepareAlready[kindOf(preparation.plan)]}</MessageBarBody>
        </MessageBar>
      ) : null}
      <AnswerProblems problems={preparation.problems} />
      <PreconditionList preconditions={preparation.preconditions} />
      {preparation.plan ? <PlanTable plan={preparation.plan} /> : null}
    </>
  );
}

function RunningPreparation({ operation }: { operation: OperationState }) {
  const layout = useLayout();
  const lines = useOperations((state) => state.lines[operation.id]);
  return (
    <>
      <div className={layout.stack} role="status">
        {operation.status === 'done' ? (
          <MessageBar intent="success">
            <MessageBarBody>{wizardText.prepareDone[kindOf(operation.plan)]}</MessageBarBody>
          </MessageBar>
        ) : null}
        <OverallProgress operation={operation} />
      </div>
      <OperationNotices
        operation={operation}
        failedActions={<FailedActions operation={operation} />}
      />
      <Panel title={operationText.steps}>
        <StepTree operation={operation} />
      </Panel>
      {operation.status === 'done' ? null : <LogPane lines={lines ?? []} />}
    </>
  );
}
