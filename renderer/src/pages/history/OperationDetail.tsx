import { Button, Text } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { OperationState } from '../../../../contract/operation';
import { CardSkeleton } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { LogPane } from '../../components/operation/LogPane';
import { OperationNotices } from '../../components/operation/OperationNotices';
import { ChangedThings, VerifiedFacts } from '../../components/operation/Outcome';
import { isHalfWay } from '../../components/operation/progress';
import { RemainsPanel } from '../../components/operation/RemainsPanel';
import { ReportPanel } from '../../components/operation/ReportPanel';
import { StepTree } from '../../components/operation/StepTree';
import { UndoButton } from '../../components/operation/UndoButton';
import { PageHeading } from '../../components/PageHeading';
import { Panel } from '../../components/Panel';
import { Status } from '../../components/Status';
import { operationTones } from '../../components/tones';
import { newestOf, useOperations } from '../../state/operations';
import { historyText } from '../../text/history';
import { momentText } from '../../text/numbers';
import { operationStatusWords, operationText } from '../../text/operation';
import { overviewText } from '../../text/overview';
import { openOperation } from '../../wizard/open-operation';
import { hasEnded } from '../../wizard/positions';
import { HistoryPanels } from './HistoryPanels';

/** One operation of the history. What it left is worked on in its wizard, the newest only. */
export function OperationDetail({ operationId, back }: { operationId: string; back(): void }) {
  const layout = useLayout();
  const operation = useOperations((state) => state.byId[operationId]);
  const lines = useOperations((state) => state.lines[operationId]);
  const isNewest = useOperations(({ summaries }) => newestOf(summaries)?.id === operationId);
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
          <OperationNotices operation={operation} />
          {isNewest && isHalfWay(operation) ? <WaysOn operation={operation} /> : null}
          <Panel title={operationText.steps}>
            <StepTree operation={operation} />
          </Panel>
          <VerifiedFacts operation={operation} />
          <ChangedThings operation={operation} />
          <HistoryPanels operationId={operationId} />
          <ReportPanel operationId={operationId} />
          {lines && lines.length > 0 ? <LogPane lines={lines} /> : null}
        </>
      ) : (
        <CardSkeleton rows={6} />
      )}
    </div>
  );
}

/** The ways on from an operation that stopped half-way and that nothing came after. */
function WaysOn({ operation }: { operation: OperationState }) {
  const layout = useLayout();
  return (
    <>
      <div className={layout.row}>
        <Button onClick={() => void openOperation(operation)}>
          {hasEnded(operation)
            ? historyText.showResult
            : overviewText.goOnWith(operation.plan.body.title)}
        </Button>
        <UndoButton operation={operation} />
      </div>
      <RemainsPanel operation={operation} isShort />
    </>
  );
}
