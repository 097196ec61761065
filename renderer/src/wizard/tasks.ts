import type { Answers } from '../../../contract/runbook';
import { useMaintainTask } from '../state/maintain-task';
import { useNavigation } from '../state/navigation';
import { useOperations } from '../state/operations';
import { useServer } from '../state/server';
import { type WizardStore, wizardOf } from '../state/wizard';
import { hasEnded } from './positions';
import { pageOfRunbook } from './procedures';

export const REMOVE_PACKAGE = 'remove-package';

/** The procedure that starts, stops and mends the services. */
export const SERVICES = 'services';

/** The procedure that registers this server. */
export const REGISTER = 'register';

/** The procedure that tells the way out of a half-installed server. */
export const REPAIR = 'repair';

/** The question of `services` that says what is done. */
export const ACTION_QUESTION = 'action';

/** The question of `remove-package` that names the package. */
export const PACKAGE_QUESTION = 'package';

/**
 * Opens the wizard of a task with these answers filled in. One whose operation has ended begins
 * anew; one that is still at work is shown as it is.
 */
export function openTask(name: string, answers: Answers = {}): void {
  const wizard = wizardOf(name);
  beginAnewWhenEnded(wizard);
  if (wizard.getState().operationId === null) {
    for (const [question, value] of Object.entries(answers)) {
      wizard.getState().answer(question, value);
    }
    // What can be chosen may have changed since it was described last.
    if (wizard.getState().procedure) void wizard.getState().describe();
  }
  useMaintainTask.getState().open(name);
}

/** Opens any procedure on the page where it is worked on, with these answers where that is Maintain. */
export function openProcedure(name: string, answers: Answers = {}): void {
  const page = pageOfRunbook(name);
  // First the page: coming to Maintain closes a task that has ended.
  useNavigation.getState().go(page);
  if (page === 'maintain') openTask(name, answers);
}

/** Leaves the wizard of a task; what it may have changed is looked at again. */
export function leaveTask(): void {
  useMaintainTask.getState().close();
  void useServer.getState().detect();
}

/** Whoever comes back to Maintain finds its list again, and not a task that has ended. */
export function followEndedTasks(): () => void {
  return useNavigation.subscribe((now, before) => {
    const { task } = useMaintainTask.getState();
    if (task === null || now.page !== 'maintain' || before.page === 'maintain') return;
    if (beginAnewWhenEnded(wizardOf(task))) leaveTask();
  });
}

/** Leads back to the questions of a wizard whose operation has ended; answers stay. True when it did. */
export function beginAnewWhenEnded(wizard: WizardStore): boolean {
  const { operationId, startAgain } = wizard.getState();
  const operation = operationId === null ? undefined : useOperations.getState().byId[operationId];
  if (!operation || !hasEnded(operation)) return false;
  startAgain();
  return true;
}
