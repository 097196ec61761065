import { Button } from '@fluentui/react-components';
import type { OperationState } from '../../../contract/operation';
import { request } from '../state/client';
import { useOperations } from '../state/operations';
import { useServer } from '../state/server';
import { operationText } from '../text/operation';

/**
 * Goes on after a restart of Windows. Only a practice server is restarted from here; a real one
 * by its admin, who then finds this button.
 */
export function RestartButton({ operation }: { operation: OperationState }) {
  const isPractice = useServer((state) => state.app?.practice != null);
  const { attempt, resume } = useOperations();
  const restart = () =>
    attempt(async () => {
      if (isPractice) await request('practice.restart', null);
      await resume(operation.id);
    });
  return (
    <Button appearance="primary" onClick={() => void restart()}>
      {isPractice ? operationText.restartPractice : operationText.goOn}
    </Button>
  );
}
