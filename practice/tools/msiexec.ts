import { uninstallKeys } from '../products/keys';
import {
  guards,
  masterTargetServices,
  removeLater,
  removePart,
  removeServices,
} from '../products/removal';
import { sufferFault, takeFault } from '../runner/faults';
import type { Tool, ToolContext } from '../runner/tool';
import { keyExists } from '../world/registry';

const codes = { done: 0, fatal: 1603, unknownProduct: 1605, busy: 1618, wrongUse: 1639 } as const;

const parts = {
  '{275197FC-14FD-4560-A5EB-38217F80CBD1}': 'masterTarget',
  '{FFE6D16C-3F87-4192-AF94-DDBEFF165106}': 'agent',
} as const;

const log = 'C:\\ProgramData\\ASRSetupLogs';
/** How long the agent takes that the master target's removal only starts. */
const agentSeconds = 90;

async function writeLog({ args, systemFiles }: ToolContext, text: string): Promise<void> {
  const path = args.at(-1);
  if (path === undefined || !path.toLowerCase().endsWith('.log')) return;
  await systemFiles.makeFolder(log);
  await systemFiles.writeText(path, text);
}

async function stopAll(context: ToolContext, names: readonly string[]): Promise<boolean> {
  return await context.world.change((world) => removeServices(world, names, context.clock.now()));
}

/** `msiexec /x {PRODUCT}`, silent: the master target or the agent. Nothing comes to the console. */
export const msiexec: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const [verb = '', product = ''] = context.args;
    const part = Object.entries(parts).find(([code]) => code === product.toUpperCase())?.[1];
    if (!/^\/x$/i.test(verb) || !context.args.includes('/qn')) return codes.wrongUse;
    const { registry, isAdministrator, installerBusy } = await context.world.read();
    if (part === undefined || !keyExists(registry, uninstallKeys[part])) {
      return codes.unknownProduct;
    }
    if (!isAdministrator) return codes.fatal;
    if (installerBusy) return codes.busy;
    const fault = await takeFault(context.world, 'msiexec', part);
    const suffered = fault ? await sufferFault(fault, context) : null;
    if (suffered !== null) {
      await writeLog(context, `MainEngineThread is returning ${suffered}\r\n`);
      return suffered;
    }
    await context.wait(30);
    const target = { store: context.world, files: context.systemFiles, now: context.clock.now };
    const services = part === 'masterTarget' ? masterTargetServices : ['obengine'];
    if (!(await stopAll(context, services))) {
      await writeLog(context, 'Error 1921. Service could not be stopped.\r\n');
      return codes.fatal;
    }
    // The commit phase starts it and waits for nothing, only where a process server is installed.
    const takesAgent =
      part === 'masterTarget' &&
      guards.processServer(await context.world.read()) &&
      keyExists(registry, uninstallKeys.agent);
    await removePart(target, part);
    await writeLog(context, 'Removal completed successfully.\r\n');
    const agentFault = takesAgent
      ? await takeFault(context.world, 'msiexec', 'agentByItself')
      : null;
    if (takesAgent && agentFault === null) {
      await removeLater(context.world, context.clock, {
        part: 'agent',
        process: 'msiexec',
        seconds: agentSeconds,
      });
    }
    return codes.done;
  },
};
