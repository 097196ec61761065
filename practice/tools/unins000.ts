import { serverFolder } from '../../contract/server-path';
import { processServerServices } from '../products/process-server';
import { guards, type RemovedPart, removeLater, removeServices } from '../products/removal';
import { sufferFault, takeFault } from '../runner/faults';
import type { Tool, ToolContext } from '../runner/tool';
import type { World } from '../world/schema';

const logs = 'C:\\ProgramData\\ASRSetupLogs';
const refused = 1;
/** What it does by itself, and what a copy of it in %TEMP% does after it has returned. */
const seconds = { itself: 20, copy: 15 } as const;

const logOf = {
  processServer: 'CX_UnInstallLogFile.log',
  dependencies: 'CX_TP_UnInstallLogFile.log',
};

function isRefused(world: World, part: RemovedPart): boolean {
  const hasMasterTarget = guards.masterTarget(world);
  return part === 'processServer'
    ? hasMasterTarget
    : hasMasterTarget || guards.processServer(world);
}

/** Goes on when it fails, and writes a line only when it did not. */
async function unregister(context: ToolContext): Promise<string> {
  const fault = await takeFault(context.world, 'unins000', 'unregister');
  const { configurationServer, networkLost } = await context.world.read();
  await context.wait(5);
  const isHeard = fault === null && configurationServer.answers === 'yes' && !networkLost;
  return isHeard
    ? 'Process Server is successfully unregistered from the Configuration Server.\r\n'
    : '';
}

/**
 * The uninstaller of Inno Setup, silent, of the folder that it lies in: process server or
 * dependencies (vendor source, ucx_server_setup.iss and cx_thirdparty_setup.iss).
 */
export const unins000: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const part = /\\thirdparty$/i.test(serverFolder(context.file))
      ? ('dependencies' as const)
      : ('processServer' as const);
    const isSilent = context.args.some((one) => /^\/VERYSILENT$/i.test(one));
    const suppresses = context.args.some((one) => /^\/SUPPRESSMSGBOXES$/i.test(one));
    // A question, or a box, that nobody closes.
    if (!isSilent || !suppresses) return await context.hang();
    const world = await context.world.read();
    const fault = await takeFault(context.world, 'unins000', part);
    const suffered = fault ? await sufferFault(fault, context) : null;
    if (suffered !== null) return suffered;
    if (!world.isAdministrator || isRefused(world, part)) return refused;
    const lines = ['Uninstallation started.\r\n'];
    if (part === 'processServer') lines.push(await unregister(context));
    await context.wait(seconds.itself);
    if (part === 'processServer') {
      await context.world.change((draft) =>
        removeServices(draft, processServerServices, context.clock.now()),
      );
    }
    await context.systemFiles.makeFolder(logs);
    await context.systemFiles.append(`${logs}\\${logOf[part]}`, lines.join(''));
    await removeLater(context.world, context.clock, {
      part,
      process: '_iu14D2N.tmp',
      seconds: seconds.copy,
    });
    return 0;
  },
};
