import { Button } from '@fluentui/react-components';
import type { OperationState } from '../../../contract/operation';
import type { WayOn } from '../../../contract/remains';
import { UndoButton } from '../components/operation/UndoButton';
import { useOperations } from '../state/operations';
import { operationText } from '../text/operation';
import { wizardText } from '../text/wizard';
import { useWizardContext } from './context';
import { firstQuestions, hasEnded } from './positions';

/** The button of a way on that is gone by this program; nothing for what is done by hand. */
export function WayOnAction({
  operation,
  kind,
}: {
  operation: OperationState;
  kind: WayOn['kind'];
}) {
  const { store } = useWizardContext();
  const { retry, resume } = useOperations();
  switch (kind) {
    case 'retry':
      // What has ended can't be taken up; the answers are still there for a new one.
      if (hasEnded(operation)) {
        return (
          <Button onClick={() => store.getState().startAgain()}>{wizardText.startAgain}</Button>
        );
      }
      return operation.status === 'interrupted' ? (
        <Button onClick={() => void resume(operation.id)}>{operationText.goOn}</Button>
      ) : (
        <Button onClick={() => void retry(operation.id)}>{operationText.retry}</Button>
      );
    case 'undo':
      return <UndoButton operation={operation} />;
    case 'changeAnswers':
      return <ChangeAnswersButton operation={operation} />;
    case 'removeByHand':
    case 'purge':
    case 'leave':
      return null;
  }
}

/** Leads back to the questions from an operation that stopped half-way. */
export function ChangeAnswersButton({ operation }: { operation: OperationState }) {
  const changeAnswers = useChangeAnswers(operation);
  return <Button onClick={() => void changeAnswers()}>{wizardText.changeAnswers}</Button>;
}

/** Ends the operation for good and goes back to the questions; what was entered stays. */
function useChangeAnswers(operation: OperationState): () => Promise<void> {
  const { store, stops } = useWizardContext();
  const stop = useOperations((state) => state.stop);
  return async () => {
    if (!hasEnded(operation)) {
      await stop(operation.id);
      const now = useOperations.getState().byId[operation.id];
      // Main refused; why is shown on the page.
      if (now && !hasEnded(now)) return;
    }
    store.getState().startAgain(firstQuestions(stops));
  };
}
