import { randomBytes, randomUUID } from 'node:crypto';
import { readText, setTexts, setValue } from '../world/registry';
import { findService, installService, startService, stopService } from '../world/services';
import { keys, uninstallKeys } from './keys';
import { processServerConfiguration } from './process-server-files';
import { gigabyte, type InstallTarget, takeRoom, writeFiles, writePrograms } from './target';
import { asrFolder } from './windows';

export interface ProcessServerSettings {
  version: string;
  /** The folder that was chosen, without `\home\svsystems`. */
  folder: string;
  csAddress: string;
  psAddress: string;
  dataPort: string;
  /** Description of the card; the one that has the address when left out. */
  psCard?: string | undefined;
}

const privateFolder = 'C:\\ProgramData\\Microsoft Azure Site Recovery';
const certificateDays = 1095;

/** In the order set-up starts them (vendor source, ucx_server_setup.iss). */
export const processServerServices = [
  'cxprocessserver',
  'InMage PushInstall',
  'tmansvc',
  'ProcessServer',
  'LogUpload',
  'ProcessServerMonitor',
] as const;

/** What UCX_SERVER_SETUP.EXE leaves on the server, its services running. */
export async function installProcessServer(
  target: InstallTarget,
  settings: ProcessServerSettings,
): Promise<void> {
  const { version, folder } = settings;
  const home = `${folder}\\home\\svsystems`;
  const { registry, addresses } = await target.store.read();
  const card = addresses.find(({ address }) => address === settings.psAddress) ?? addresses[0];
  const psCard = settings.psCard ?? card?.description ?? '';
  const hostId = readText(registry, keys.svSystems, 'HostId') ?? randomUUID().toUpperCase();
  const thumbprint = randomBytes(20).toString('hex');
  const programs = ['cspsconfigtool.exe', 'csgetfingerprint.exe', 'genpassphrase.exe'];
  await writePrograms(
    target,
    `${home}\\bin`,
    [...programs, 'gencert.exe', 'RenewCerts.exe', 'SetMarsProxy.exe'],
    version,
  );
  await writePrograms(target, home, ['unins000.exe'], version);
  await writeFiles(
    target,
    processServerConfiguration({ ...settings, psCard, hostId, installed: target.now() }),
  );
  const own = '-----BEGIN CERTIFICATE-----\r\npractice\r\n-----END CERTIFICATE-----\r\n';
  await writeFiles(target, {
    [`${privateFolder}\\Config\\App.conf`]: 'INSTALLATION_PATH = "C:\\ProgramData\\ASR"\r\n',
    [`${privateFolder}\\certs\\ps.crt`]: own,
    [`${privateFolder}\\private\\ps.key`]: 'practice\r\n',
    [`${privateFolder}\\private\\ps.dh`]: 'practice\r\n',
    [`${privateFolder}\\fingerprints\\ps.fingerprint`]: thumbprint,
  });
  await target.store.change((world) => {
    if (!(uninstallKeys.processServer in world.registry)) takeRoom(world, folder, 3 * gigabyte);
    writeRegistry(world.registry, settings, home, hostId);
    world.junctions = world.junctions.filter(({ path }) => path !== asrFolder);
    world.junctions.push({ path: asrFolder, target: folder });
    const validUntil = new Date(
      target.now().getTime() + certificateDays * 86_400_000,
    ).toISOString();
    const subject = 'CN=Scout, OU=InMage, O=Microsoft, L=Redmond, S=Washington, C=US';
    world.certificates = world.certificates.filter(({ store }) => store !== 'ps.crt');
    world.certificates.push({ store: 'ps.crt', thumbprint, subject, validUntil });
    for (const rule of [`Open Port ${settings.dataPort}`, 'Open Port 443']) {
      if (!world.firewallRules.includes(rule)) world.firewallRules.push(rule);
    }
    for (const name of [...processServerServices].reverse()) {
      if (findService(world, name)) stopService(world, name, target.now());
    }
    for (const service of servicesOf(home)) installService(world, service);
    for (const name of processServerServices) startService(world, name, target.now());
  });
}

function writeRegistry(
  registry: Parameters<typeof setTexts>[0],
  { version }: ProcessServerSettings,
  home: string,
  hostId: string,
): void {
  const product = 'Microsoft Azure Site Recovery Configuration/Process Server';
  setTexts(registry, uninstallKeys.processServer, {
    DisplayName: product,
    DisplayVersion: version,
    Publisher: 'Microsoft Corporation',
    InstallLocation: `${home}\\`,
    UninstallString: `"${home}\\unins000.exe"`,
    QuietUninstallString: `"${home}\\unins000.exe" /SILENT`,
  });
  setTexts(registry, keys.processServer, {
    Product_Name: 'Caspian CX',
    InstallDirectory: home,
    CX_TYPE: '2',
    Version: version,
    Product_Version: version,
    Partner_Code: '1',
    Build_Tag: 'RELEASE',
    Build_Phase: 'GA',
    Build_Number: version.split('.')[2] ?? '0',
    Build_Version: version,
    Install_Path_Backup: home,
  });
  setTexts(registry, keys.svSystems, { HostId: hostId });
  setTexts(registry, keys.pushInstaller, {
    InstallDirectory: `${home}\\pushinstallsvc`,
    PIVersion: version,
  });
  setValue(registry, keys.csMode, 'CS Mode', { type: 'REG_SZ', data: 'LegacyCS' });
}

function servicesOf(home: string) {
  const service = (
    name: string,
    displayName: string,
    description: string,
    program: string,
    dependsOn: string[] = [],
  ) => ({
    name,
    displayName,
    description,
    startType: 'automatic' as const,
    binaryPath: `"${home}\\${program}"`,
    dependsOn,
  });
  return [
    service(
      'cxprocessserver',
      'cxprocessserver',
      'InMage CX Process Server',
      'transport\\cxps.exe',
    ),
    service(
      'InMage PushInstall',
      'InMage PushInstall',
      'PushInstaller service',
      'pushinstallsvc\\PushInstall.exe',
      ['Winmgmt'],
    ),
    service('tmansvc', 'tmansvc', 'InMage Volsync Thread Manager Service', 'bin\\tmansvc.exe', [
      'RpcSs',
    ]),
    service('ProcessServer', 'Process Server', 'Process Server Service', 'bin\\ProcessServer.exe'),
    service('LogUpload', 'Log Upload Service', 'Upload logs to AppInsights.', 'bin\\LogUpload.exe'),
    service(
      'ProcessServerMonitor',
      'Process Server Monitor',
      'Process Server Monitor Service',
      'bin\\ProcessServerMonitor.exe',
    ),
  ];
}
