import { Button, Text } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { LogPane } from '../../components/operation/LogPane';
import { ChangedThings, VerifiedFacts } from '../../components/operation/Outcome';
import { ReportPanel } from '../../components/operation/ReportPanel';
import { StepTree } from '../../components/operation/StepTree';
import { PageHeading } from '../../components/PageHeading';
import { Panel } from '../../components/Panel';
import { ProblemView } from '../../components/ProblemView';
import { Status } from '../../components/Status';
import { operationTones } from '../../components/tones';
import { useOperations } from '../../state/operations';
import { historyText } from '../../text/history';
import { momentText } from '../../text/numbers';
import { operationStatusWords, operationText } from '../../text/operation';

/** One operation of the history, to read only. */
export function OperationDetail({ operationId, back }: { operationId: string; back(): void }) {
  const layout = useLayout();
  const operation = useOperations((state) => state.byId[operationId]);
  const lines = useOperations((state) => state.lines[operationId]);
  return (
    <div className={layout.page}>
      <div>
        <Button icon={<ArrowLeft20Regular />} appearance="subtle" onClick={back}>
          {historyText.backToList}
        </Button>
      </div>
      {operation ? (
        <>
          <PageHeading title={operation.plan.body.title} />
          <div className={layout.row}>
            <Status
              tone={operationTones[operation.status]}
              word={operationStatusWords[operation.status]}
            />
            <Text>{operationText.openedAt(momentText(operation.openedAt))}</Text>
            {operation.closedAt ? (
              <Text>{operationText.closedAt(momentText(operation.closedAt))}</Text>
            ) : null}
          </div>
          {operation.problem ? <ProblemView problem={operation.problem} /> : null}
          <Panel title={operationText.steps}>
            <StepTree operation={operation} />
          </Panel>
          <VerifiedFacts operation={operation} />
          <ChangedThings operation={operation} />
          <ReportPanel operationId={operationId} />
          {lines && lines.length > 0 ? <LogPane lines={lines} /> : null}
        </>
      ) : (
        <CardSkeleton rows={6} />
      )}
    </div>
  );
}
