import { keys } from '../products/keys';
import { sufferFault, takeFault } from '../runner/faults';
import { setupExitCodes } from '../vendor-behaviour/exit-codes';
import { prerequisitesPassed } from '../vendor-behaviour/setup-log';
import { readValue } from '../world/registry';
import { type SetupRun, tell } from './run';

/**
 * Checks the server before a fresh installation; returns 0 or the exit code set-up ends with.
 * Of the vendor's checks only the one for a pending restart is played, the rest passes.
 */
export async function checkPrerequisites(run: SetupRun, skipped: boolean): Promise<number> {
  if (skipped) {
    await tell(run, prerequisitesPassed(true));
    return 0;
  }
  const { context, log } = run;
  await context.wait(20);
  const fault = await takeFault(context.world, 'unifiedsetup', 'prerequisites');
  const { registry } = await context.world.read();
  const renames = readValue(registry, keys.sessionManager, 'PendingFileRenameOperations');
  const code = fault ? await sufferFault(fault, context) : 0;
  if (code === 0 && renames === null) {
    await tell(run, prerequisitesPassed(false));
    return 0;
  }
  await log.print('Pre-requisite check has failed.');
  return code === 0 ? setupExitCodes.PrerequisiteChecksFailed : code;
}
