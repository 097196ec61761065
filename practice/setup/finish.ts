import { keys } from '../products/keys';
import { setupExitCodes } from '../vendor-behaviour/exit-codes';
import { closingMessages } from '../vendor-behaviour/setup-log';
import { readText } from '../world/registry';
import { findService, stateOf } from '../world/services';
import { emptyFolder } from './empty-folder';
import { type SetupRun, tell } from './run';
import { moveSetupLogAway } from './setup-log';

const checked = [
  'tmansvc',
  'InMage PushInstall',
  'cxprocessserver',
  'ProcessServer',
  'ProcessServerMonitor',
  'obengine',
  'svagents',
  'InMage Scout Application Service',
];

/** The check at the end: services of this run that don't run make it 102. */
export async function checkServices(run: SetupRun): Promise<number> {
  const { context, log, services } = run;
  const world = await context.world.read();
  const stopped = checked.filter((name) => {
    const service = findService(world, name);
    if (!services.has(name)) return false;
    return !service || stateOf(service, context.clock.now()) !== 'running';
  });
  if (stopped.length === 0) return 0;
  await log.print(`Following services are not running: ${stopped.join(',')}`);
  return setupExitCodes.ServicesAreNotRunning;
}

/** Whether Windows has to be restarted after a run that succeeded: 3010 instead of 0. */
export async function decideRestart(run: SetupRun): Promise<number> {
  const { registry } = await run.context.world.read();
  const required = readText(registry, keys.masterTarget, 'Reboot_Required') === 'yes';
  const needs = run.needsRestart || (run.kind !== 'upgrade' && required);
  return needs ? setupExitCodes.SuccessfulNeedReboot : 0;
}

/** The last lines, and the temporary files gone. */
export async function endSetup(run: SetupRun, exit: number): Promise<number> {
  await tell(run, closingMessages(exit));
  await emptyFolder(run.context, 'C:\\Temp\\ASRSetup');
  if ((await run.context.world.read()).logRotated) await moveSetupLogAway(run.context);
  return exit;
}
