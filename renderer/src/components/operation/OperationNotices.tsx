import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { OperationState } from '../../../../contract/operation';
import { useServer } from '../../state/server';
import { operationText } from '../../text/operation';
import { useLayout } from '../layout';
import { ProblemView } from '../ProblemView';
import { stepInView } from './progress';

/** What has to be known of an operation beside its steps: a restart, a problem, files left. */
export function OperationNotices({ operation }: { operation: OperationState }) {
  const layout = useLayout();
  const failedStep = stepInView(operation);
  const isToldByStep = failedStep?.state.problem?.what === operation.problem?.what;
  return (
    <>
      {operation.status === 'restartNeeded' ? <RestartNotice operation={operation} /> : null}
      {operation.problem && !isToldByStep ? <ProblemView problem={operation.problem} /> : null}
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
        {isPractice ? operationText.restartTextPractice(title) : operationText.restartText(title)}
      </MessageBarBody>
    </MessageBar>
  );
}
