import { Text } from '@fluentui/react-components';
import { goesOnAlone } from '../../../../contract/goes-on-alone';
import type { OperationState } from '../../../../contract/operation';
import { operationText } from '../../text/operation';
import { useLayout } from '../layout';
import { stepInView } from './progress';

/** What may be closed while the operation runs, and what would break it; changes with its step. */
export function StayNotice({ operation }: { operation: OperationState }) {
  const layout = useLayout();
  if (operation.status !== 'running') return null;
  const { step } = stepInView(operation) ?? {};
  const goesOn = step?.action.kind === 'run' && step.action.survives && goesOnAlone(step);
  const { stay } = operationText;
  return (
    <Text className={layout.quiet}>
      {stay.signOut} {goesOn ? stay.closeGoesOn : stay.closeEnds}
    </Text>
  );
}
