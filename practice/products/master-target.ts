import { readText, setTexts } from '../world/registry';
import { findService, installService, startService } from '../world/services';
import { keys, uninstallKeys } from './keys';
import { gigabyte, type InstallTarget, takeRoom, writeFiles, writePrograms } from './target';

const services = [
  {
    name: 'svagents',
    displayName: 'InMage Scout VX Agent - Sentinel/Outpost',
    description: 'Volume Replication Service',
    program: 'svagentsCS.exe',
  },
  {
    name: 'InMage Scout Application Service',
    displayName: 'InMage Scout Application Service',
    description: 'Helps in the discovery, protection and recovery of applications',
    program: 'appservice.exe',
  },
];

/** What UNIFIEDAGENT.EXE leaves for the role master target: services not yet running. */
export async function installMasterTarget(
  target: InstallTarget,
  { version, folder, needsRestart }: { version: string; folder: string; needsRestart: boolean },
): Promise<void> {
  const programs = ['UnifiedAgentConfigurator.exe', 'cdpcli.exe', 'cxpsclient.exe'];
  await writePrograms(target, folder, [...programs, 'MARSAgentInstaller.exe'], version);
  const settings = `${folder}\\Application Data\\etc\\drscout.conf`;
  // An upgrade keeps what is configured.
  if (!(await target.files.stat(settings))) {
    await writeFiles(target, { [settings]: drscout('', '') });
  }
  await target.store.change((world) => {
    const { registry } = world;
    if (!(uninstallKeys.masterTarget in registry)) takeRoom(world, folder, gigabyte);
    setTexts(registry, uninstallKeys.masterTarget, {
      DisplayName: 'Microsoft Azure Site Recovery Mobility Service/Master Target Server',
      DisplayVersion: version,
      Publisher: 'Microsoft Corporation',
      UninstallString: 'MsiExec.exe /X{275197FC-14FD-4560-A5EB-38217F80CBD1}',
    });
    setTexts(registry, keys.masterTarget, {
      InstallDirectory: folder,
      Version: version,
      Product_Version: version,
      Build_Version: version,
      Reboot_Required: needsRestart ? 'yes' : 'no',
    });
    for (const { program, ...service } of services) {
      const startType = findService(world, service.name)?.startType ?? 'manual';
      installService(world, { ...service, startType, binaryPath: `"${folder}\\${program}"` });
    }
  });
}

/** What UnifiedAgentConfigurator.exe changes: the services start by themselves from now on. */
export async function configureMasterTarget(
  target: InstallTarget,
  { csAddress, folder }: { csAddress: string; folder: string },
): Promise<void> {
  const { registry } = await target.store.read();
  const hostId = readText(registry, keys.svSystems, 'HostId') ?? '';
  await writeFiles(target, {
    [`${folder}\\Application Data\\etc\\drscout.conf`]: drscout(hostId, csAddress),
  });
  await target.store.change((world) => {
    setTexts(world.registry, keys.masterTarget, { AgentConfigurationStatus: 'Succeeded' });
    setTexts(world.registry, keys.svSystems, {
      ServerName: csAddress,
      ServerHttpPort: '443',
      Https: '1',
    });
    for (const { name } of services) {
      const service = findService(world, name);
      if (service) service.startType = 'delayed';
      startService(world, name, target.now());
    }
  });
}

function drscout(hostId: string, csAddress: string): string {
  const lines = [
    '[vxagent]',
    `HostId=${hostId}`,
    'LogLevel=3',
    'MinCacheFreeDiskSpace=1073741824',
    'MinCacheFreeDiskSpacePercent=25',
    'VmPlatform=VmWare',
    '[vxagent.transport]',
    `Hostname="${csAddress}"`,
    'Port=443',
    'Https=1',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
