import { useMaintainTask } from '../../state/maintain-task';
import { useNavigation } from '../../state/navigation';

/** Goes to the place where a command line from an article is explained. */
export function openCommandLines(): void {
  useMaintainTask.getState().close();
  useNavigation.getState().go('maintain', 'commandLines');
}
