import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OperationState } from '../../../../contract/operation';
import { useServer } from '../../state/server';
import { operationText } from '../../text/operation';
import { useLayout } from '../layout';
import { ProblemView } from '../ProblemView';
import { failureToTell, handOverOf } from './progress';

interface OperationNoticesProps {
  operation: OperationState;
  /** Buttons beneath what made the operation stop. */
  failedActions?: ReactNode;
}

/** What has to be known of an operation before its steps: why it stopped, a restart, files left. */
export function OperationNotices({ operation, failedActions }: OperationNoticesProps) {
  const layout = useLayout();
  const failure = failureToTell(operation);
  const isToldAlready = failure?.what === operation.problem?.what;
  return (
    <>
      {operation.status === 'restartNeeded' ? <RestartNotice operation={operation} /> : null}
      {failure ? <ProblemView problem={failure} actions={failedActions} /> : null}
      {operation.problem && !isToldAlready ? <ProblemView problem={operation.problem} /> : null}
      {operation.status !== 'running' && operation.leftBehind.length > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{operationText.leftBehindTitle}</MessageBarTitle>
            {operationText.leftBehindText}
            <ul>
              {operation.leftBehind.map((path) => (
                <li key={path} className={layout.code}>
                  {path}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}

function RestartNotice({ operation }: { operation: OperationState }) {
  const isPractice = useServer((state) => state.app?.practice != null);
  const { title } = operation.plan.body;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{operationText.restartTitle}</MessageBarTitle>
        {handOverOf(operation) ??
          (isPractice
            ? operationText.restartTextPractice(title)
            : operationText.restartText(title))}
      </MessageBarBody>
    </MessageBar>
  );
}
