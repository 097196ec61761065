import { Button, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { OperationHistory } from '../../../../contract/history';
import type { Problem } from '../../../../contract/problem';
import { FactRows } from '../../components/FactRows';
import { useLayout } from '../../components/layout';
import { Panel } from '../../components/Panel';
import { ProblemView } from '../../components/ProblemView';
import { problemOf, request } from '../../state/client';
import { useCurrentOperation } from '../../state/current-operation';
import { historyText } from '../../text/history';
import { runAgain } from '../../wizard/run-again';
import { DriftTable } from './DriftTable';

/** What the operation was asked to do, the way to run it again, and what changed since. */
export function HistoryPanels({ operationId }: { operationId: string }) {
  const [told, setTold] = useState<OperationHistory | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let isShown = true;
    request('operation.history', { operationId }).then(
      (history) => isShown && setTold(history),
      (error: unknown) => isShown && setProblem(problemOf(error)),
    );
    return () => {
      isShown = false;
    };
  }, [operationId]);
  if (problem) return <ProblemView problem={problem} />;
  if (!told) return null;
  return (
    <>
      <AnswersPanel told={told} />
      <DriftTable drift={told.drift} />
    </>
  );
}

function AnswersPanel({ told: { user, shown, procedure, answers } }: { told: OperationHistory }) {
  const layout = useLayout();
  const isBusy = useCurrentOperation()?.status === 'running';
  const rows = [
    [historyText.user, user] as const,
    ...shown.map(({ label, value }) => [label, value] as const),
  ];
  return (
    <Panel
      title={historyText.answers}
      actions={
        procedure === null ? undefined : (
          <Button disabledFocusable={isBusy} onClick={() => isBusy || runAgain(procedure, answers)}>
            {historyText.again}
          </Button>
        )
      }
    >
      <FactRows rows={rows} />
      {shown.length === 0 ? <p className={layout.quiet}>{historyText.noAnswers}</p> : null}
      <Text className={layout.quiet}>
        {isBusy ? historyText.againLater : historyText.againHint} {historyText.secretsNote}
      </Text>
    </Panel>
  );
}
