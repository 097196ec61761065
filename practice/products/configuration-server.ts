import { readText, setTexts } from '../world/registry';
import { findService, installService, startService } from '../world/services';
import { keys } from './keys';
import { type InstallTarget, writeFiles, writePrograms } from './target';

/**
 * What makes a configuration server of a process server: its role in registry and amethyst.conf,
 * MySQL, the web server and the Microsoft Azure Site Recovery Service, and its script that removes
 * entries. It lists its own process server too.
 */
export async function installConfigurationServer(
  target: InstallTarget,
  { folder, version, psAddress }: { folder: string; version: string; psAddress: string },
): Promise<void> {
  const home = `${folder}\\home\\svsystems`;
  const amethyst = `${home}\\etc\\amethyst.conf`;
  const settings = (await target.files.readText(amethyst))
    .replace('CX_TYPE = "2"', 'CX_TYPE = "3"')
    .replace(/^DB_HOST = .*$/m, 'DB_HOST = "localhost"');
  await writeFiles(target, {
    [amethyst]: settings,
    [`${home}\\bin\\Unregister-ASRComponent.pl`]: '#!/usr/bin/perl -w\r\n# practice\r\n',
    [`${home}\\admin\\web\\unregister_component.php`]: '<?php\r\n',
  });
  await writePrograms(target, `${home}\\bin`, ['dra.exe'], version);
  await target.store.change((world) => {
    setTexts(world.registry, keys.processServer, { CX_TYPE: '3' });
    const services = [
      service('MySQL', 'MySQL', 'C:\\thirdparty\\MySQL\\bin\\mysqld.exe', []),
      service(
        'W3SVC',
        'World Wide Web Publishing Service',
        'C:\\Windows\\System32\\svchost.exe',
        [],
      ),
      service('dra', 'Microsoft Azure Site Recovery Service', `${home}\\bin\\dra.exe`, []),
    ];
    for (const one of services) {
      if (!findService(world, one.name)) installService(world, one);
      startService(world, one.name, target.now());
    }
    findService(world, 'tmansvc')?.dependsOn.push('MySQL');
    world.listeners.push({ port: 443, program: 'System' });
    world.registeredServers.unshift({
      hostId: readText(world.registry, keys.svSystems, 'HostId') ?? '',
      name: world.computerName,
      address: psAddress,
      reports: true,
      heardAt: null,
    });
  });
}

const service = (name: string, displayName: string, program: string, dependsOn: string[]) => ({
  name,
  displayName,
  description: displayName,
  startType: 'automatic' as const,
  binaryPath: `"${program}"`,
  dependsOn,
});
