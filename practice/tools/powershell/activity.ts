import { keys } from '../../products/keys';
import type { ToolContext } from '../../runner/tool';
import { portsInUse } from '../../world/network';
import { liveProcesses } from '../../world/processes';
import { keyExists, readValue } from '../../world/registry';
import type { World } from '../../world/schema';

const setupNames = [
  'unifiedsetup',
  'ucx_server_setup',
  'cx_thirdparty_setup',
  'marsagentinstaller',
  'unifiedagent',
  'unifiedagentinstaller',
  'unifiedagentconfigurator',
  'unins000',
  '_iu14d2n.tmp',
  'cspsconfigtool',
  'frsvc',
];

/** Set-up programs of any session, Windows Installer, pending restart and ports, as they are now. */
export async function activityOf(context: ToolContext) {
  const world = await context.world.read();
  const setups = liveProcesses(world).filter(({ name }) => setupNames.includes(name.toLowerCase()));
  return {
    setups: setups.map(({ name, pid, session }) => ({ name, pid, session })),
    installerBusy: world.installerBusy,
    pendingRestart: restartIsPending(world),
    portsInUse: await portsInUse(world, context.systemFiles, context.clock.now()),
  };
}

function restartIsPending({ registry }: World): boolean {
  const renames = readValue(registry, keys.sessionManager, 'PendingFileRenameOperations');
  return renames !== null || keyExists(registry, keys.rebootRequired);
}
