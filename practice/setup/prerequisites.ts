import { installedFolder } from '../products/installed';
import { sufferFault, takeFault } from '../runner/faults';
import { setupExitCodes } from '../vendor-behaviour/exit-codes';
import { prerequisitesPassed } from '../vendor-behaviour/setup-log';
import { failedChecks } from './prerequisite-checks';
import { type SetupRun, tell } from './run';

interface Skipped {
  /** The drive that is installed to, `D:`. */
  drive: string;
  skipSpaceCheck: boolean;
  skipPrereqsCheck: boolean;
}

const leastGb = 2;

/**
 * Checks the server before an upgrade; returns 0 or the exit code set-up ends with. The endpoints
 * are asked without a proxy, because a silent set-up keeps none. Order and limits are the vendor's
 * (WrapperSetup/EvaluateOperations.cs), the words for each check are ours.
 */
export async function checkUpgradePrerequisites(
  run: SetupRun,
  skipPrereqsCheck: boolean,
): Promise<number> {
  if (skipPrereqsCheck) return 0;
  const { context, log } = run;
  await context.wait(20);
  const world = await context.world.read();
  const isFree = (letter: string) =>
    (world.drives.find((drive) => drive.letter === letter)?.freeBytes ?? 0) >= leastGb * 1024 ** 3;
  const drives = ['C:', installedFolder(world)?.slice(0, 2).toUpperCase() ?? 'C:'];
  const isEnglish = world.windows.language.startsWith('en-');
  const failed = [
    ...(world.requiredProxy === null && !world.networkLost ? [] : ['Check endpoints connectivity']),
    ...(drives.every(isFree) ? [] : ['Free space availability check']),
    ...(isEnglish ? [] : ['Server OS check']),
  ];
  for (const name of failed) await log.print('Pre-requisite check has failed.', `${name}: Failed`);
  return failed.length === 0 ? 0 : setupExitCodes.Failed;
}

/**
 * Checks the server before a fresh installation; returns 0 or the exit code set-up ends with. All
 * checks are made, and each that fails is told of. The vendor's log has one line of a library for
 * every check, whose words are not known: here only those that warn or fail have one, with the name
 * set-up has for the check.
 */
export async function checkPrerequisites(run: SetupRun, options: Skipped): Promise<number> {
  if (options.skipPrereqsCheck) {
    await tell(run, prerequisitesPassed(true));
    return 0;
  }
  const { context, log } = run;
  await context.wait(20);
  const fault = await takeFault(context.world, 'unifiedsetup', 'prerequisites');
  const wanted = (fault && (await sufferFault(fault, context))) ?? 0;
  if (options.skipSpaceCheck) {
    await log.write('Skipping space check as /SkipSpaceCheck argument is passed to the installer.');
  }
  const found = failedChecks(await context.world.read(), options);
  for (const { name, onlyWarns } of found) {
    await log.write(`${name}: ${onlyWarns ? 'Warn' : 'Failed'}`);
    if (!onlyWarns) await log.print('Pre-requisite check has failed.', `${name}: Failed`);
  }
  if (found.some(({ onlyWarns }) => !onlyWarns)) return setupExitCodes.PrerequisiteChecksFailed;
  if (wanted !== 0) {
    await log.print('Pre-requisite check has failed.');
    return wanted;
  }
  await tell(run, prerequisitesPassed(false));
  return 0;
}
