import { setTexts } from '../world/registry';
import { installService, startService } from '../world/services';
import { keys, uninstallKeys } from './keys';
import { gigabyte, type InstallTarget, takeRoom, writeFiles } from './target';

const folder = 'C:\\Program Files\\Microsoft Azure Recovery Services Agent';
/** The agent has a version of its own, apart from the rest. */
export const agentVersion = '2.0.9269.0';

/** What MARSAgentInstaller.exe leaves on the server, its service running. */
export async function installAgent(target: InstallTarget): Promise<void> {
  await writeFiles(target, {
    [`${folder}\\bin\\cbengine.exe`]: 'MZ',
    [`${folder}\\bin\\Modules\\MSOnlineBackup\\MSOnlineBackup.psd1`]: '@{}\r\n',
    [`${folder}\\Temp\\CBEngineCurr.errlog`]: '',
  });
  await target.store.change((world) => {
    if (!(uninstallKeys.agent in world.registry)) takeRoom(world, folder, gigabyte);
    setTexts(world.registry, uninstallKeys.agent, {
      DisplayName: 'Microsoft Azure Recovery Services Agent',
      DisplayVersion: agentVersion,
      Publisher: 'Microsoft Corporation',
      UninstallString: 'MsiExec.exe /X{FFE6D16C-3F87-4192-AF94-DDBEFF165106}',
    });
    setTexts(world.registry, keys.agentSetup, { InstallPath: `${folder}\\` });
    world.registry[keys.agentConfig] ??= {};
    installService(world, {
      name: 'obengine',
      displayName: 'Microsoft Azure Recovery Services Agent',
      startType: 'automatic',
      binaryPath: `"${folder}\\bin\\cbengine.exe"`,
    });
    startService(world, 'obengine', target.now());
  });
}

/** What the agent keeps of a vault and a schedule of Azure Backup, apart from Site Recovery's. */
export async function scheduleBackup(target: InstallTarget): Promise<void> {
  await writeFiles(target, {
    'C:\\Windows\\System32\\Tasks\\Microsoft\\OnlineBackup\\Microsoft-OnlineBackup': '<Task/>\r\n',
  });
  await target.store.change((world) => {
    setTexts(world.registry, keys.agentConfig, { ResourceId: '9876543210987654321' });
  });
}
