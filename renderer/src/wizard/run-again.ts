import type { Answers } from '../../../contract/runbook';
import { useMaintainTask } from '../state/maintain-task';
import { useNavigation } from '../state/navigation';
import { wizardOf } from '../state/wizard';
import { pageOfRunbook } from './procedures';

/**
 * Opens the wizard of a procedure at its first page with these answers and no others. Whoever asks
 * made sure that no operation is at work.
 */
export function runAgain(name: string, answers: Answers): void {
  const wizard = wizardOf(name);
  wizard.getState().forget();
  wizard.getState().fill(answers);
  void wizard.getState().describe();
  const page = pageOfRunbook(name);
  // First the page: coming to Maintain closes a task that has ended.
  useNavigation.getState().go(page);
  if (page === 'maintain') useMaintainTask.getState().open(name);
}
