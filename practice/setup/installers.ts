import { serverFolder } from '../../contract/server-path';
import { installDependencies } from '../products/dependencies';
import { installedVersion } from '../products/installed';
import { keys } from '../products/keys';
import { configureMasterTarget, installMasterTarget } from '../products/master-target';
import { installProcessServer, processServerServices } from '../products/process-server';
import { processServerSettings } from '../products/process-server-settings';
import { installAgent } from '../products/recovery-services-agent';
import { note, type SetupStep } from '../vendor-behaviour/setup-actions';
import type { SetupMessage } from '../vendor-behaviour/setup-journal';
import { readText, setTexts } from '../world/registry';
import { findService, stateOf, stopService } from '../world/services';
import { emptyFolder } from './empty-folder';
import type { SetupRun } from './run';

/**
 * Does what one installer leaves at its end and returns its exit code. `wanted` is 0, or the code
 * a fault of the scenario wants.
 */
type Installer = (run: SetupRun, args: string, program: string, wanted: number) => Promise<number>;

/** Codes after which the master target is installed, most of them with a restart to come. */
const masterTargetDone = [0, 98, 1641, 3010];

const dependencies: Installer = async (run, _args, _program, wanted) => {
  const { target, version } = run;
  if (wanted === 0 && !(await staysOld(run, 'dependencies')))
    await installDependencies(target, version);
  return wanted;
};

const processServer: Installer = async (run, line, _program, wanted) => {
  const { context, target, kind, version } = run;
  const settings = await processServerSettings(context.world, context.systemFiles, {
    version,
    line,
  });
  const code = wanted || strictRefusal(settings) || (await unstoppable(run));
  if (code === 0 && run.kind === 'upgrade' && (await staysOld(run, 'processServer'))) return 0;
  if (code === 0) {
    await installProcessServer(target, settings);
    if (kind !== 'upgrade') {
      await context.world.change(({ registry }) =>
        setTexts(registry, keys.processServer, {
          PrivateEndpointState: 'None',
          Proxy_Type: run.proxyType,
        }),
      );
    }
    // Before the master target is upgraded; whoever unpacked there loses the rest of the package.
    if (kind === 'upgrade') await emptyFolder(context, 'C:\\Temp');
    for (const name of processServerServices) {
      if (name !== 'LogUpload') run.services.add(name);
    }
  } else if (kind === 'fresh') {
    // The installer takes back what it did and empties C:\Temp.
    await context.systemFiles.removeTree(settings.folder);
    await emptyFolder(context, 'C:\\Temp');
  }
  return code;
};

/** An upgrade stops the services before it replaces their files, and ends with 19 when it can't. */
async function unstoppable({ context, kind }: SetupRun): Promise<number> {
  if (kind !== 'upgrade') return 0;
  return await context.world.change((world) => {
    const now = context.clock.now();
    const hangs = [...processServerServices].reverse().some((name) => {
      const service = findService(world, name);
      if (!service || stateOf(service, now) === 'stopped') return false;
      const error = stopService(world, name, now);
      return error !== 0 || stateOf(service, now) !== 'stopped';
    });
    return hangs ? 19 : 0;
  });
}

/** An installer that ends well and leaves its part as it was, where a scenario wants that. */
async function staysOld({ context }: SetupRun, part: string): Promise<boolean> {
  return (await context.world.read()).staysOld.includes(part);
}

/** What the installer checks more strictly than set-up (observed in runs of the vendor's code). */
function strictRefusal({ csAddress, dataPort }: { csAddress: string; dataPort: string }): number {
  if (csAddress.startsWith('0.')) return 35;
  return Number(dataPort) < 2 ? 34 : 0;
}

const masterTarget: Installer = async (run, line, _program, wanted) => {
  const location = /\/InstallLocation "([^"]*)"/.exec(line)?.[1] ?? '';
  const folder = /\\agent$/i.test(location) ? location : `${location}\\agent`;
  const { installerBusy } = await run.context.world.read();
  // A folder with other letters ends its installer with 10 (observed in runs of it).
  const isPlain = [...location].every((letter) => letter >= ' ' && letter <= '~');
  const code = installerBusy ? 1618 : isPlain ? wanted : 10;
  if (!masterTargetDone.includes(code)) return code;
  if (run.kind === 'upgrade' && (await staysOld(run, 'masterTarget'))) return code;
  await installMasterTarget(run.target, {
    version: run.version,
    folder,
    needsRestart: code !== 0,
  });
  run.services.add('svagents').add('InMage Scout Application Service');
  return code;
};

const configure: Installer = async ({ target }, line, program, wanted) => {
  const csAddress = /\/CSEndPoint "([^"]*)"/.exec(line)?.[1] ?? '';
  if (wanted === 0)
    await configureMasterTarget(target, { csAddress, folder: serverFolder(program) });
  return wanted;
};

const agent: Installer = async (run, _line, _program, wanted) => {
  if (wanted === 0) await installAgent(run.target);
  if (wanted === 0) run.services.add('obengine');
  return wanted;
};

/** Installers that are played here; what isn't among them is a simulated program of its own. */
export const installersOf: Partial<Record<SetupStep, Installer>> = {
  installThirdParty: dependencies,
  installProcessServer: processServer,
  installMasterTarget: masterTarget,
  configureMasterTarget: configure,
  installMars: agent,
};

/** What set-up says instead when a re-installation or an upgrade finds a part that is done; null to go on. */
export async function alreadyThere(
  run: SetupRun,
  step: SetupStep,
): Promise<readonly SetupMessage[] | null> {
  if (run.kind === 'fresh') return null;
  const world = await run.context.world.read();
  const skip = (product: string) => [
    note(''),
    note(`Latest version of ${product} is already installed on the server.`),
  ];
  const hasMasterTarget = installedVersion(world, 'masterTarget') === run.version;
  if (run.kind === 'upgrade') {
    const hasServer = installedVersion(world, 'processServer') === run.version;
    if (step === 'installProcessServer' && hasServer) {
      return skip('Configuration Server/Process Server component');
    }
    return step === 'installMasterTarget' && hasMasterTarget ? skip('Master target') : null;
  }
  const status = readText(world.registry, keys.masterTarget, 'AgentConfigurationStatus');
  if (step === 'installMasterTarget' && hasMasterTarget) return skip('Master target');
  if (step === 'configureMasterTarget' && hasMasterTarget && status === 'Succeeded') return [];
  if (step === 'installMars' && installedVersion(world, 'agent') !== null) {
    return skip('Microsoft Azure Recovery Services Agent');
  }
  return null;
}
