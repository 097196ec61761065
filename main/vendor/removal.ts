import { joinServerPath, type ServerPath } from '../../contract/server-path';

/** The four parts of a process server, in the order in which set-up installs them. */
export const productParts = ['dependencies', 'processServer', 'masterTarget', 'agent'] as const;
export type ProductPart = (typeof productParts)[number];

const MASTER_TARGET_PRODUCT = '{275197FC-14FD-4560-A5EB-38217F80CBD1}';
const AGENT_PRODUCT = '{FFE6D16C-3F87-4192-AF94-DDBEFF165106}';

const SILENT = '/VERYSILENT /SUPPRESSMSGBOXES /NORESTART';
const LOGS = 'C:\\ProgramData\\ASRSetupLogs';

/** How one part is removed silently. */
export interface Removal {
  file: ServerPath;
  args: string[];
  log: ServerPath;
  reader: 'windowsInstallerRemoval' | 'innoRemoval' | 'processServerRemoval';
}

/**
 * How a part is removed without a question. An Inno Setup uninstaller is the one that its entry
 * names; the others are removed by their product code.
 * Source: vendor source, UnifiedAgentMSI Product.wxs, ucx_server_setup.iss, cx_thirdparty_setup.iss.
 */
export function removalOf(
  part: ProductPart,
  { system32, uninstaller }: { system32: ServerPath; uninstaller: ServerPath | null },
): Removal {
  const byProduct = (product: string, name: string): Removal => {
    const log = joinServerPath(LOGS, name);
    return {
      file: joinServerPath(system32, 'msiexec.exe'),
      args: ['/x', product, '/qn', '/norestart', '/L*V', log],
      log,
      reader: 'windowsInstallerRemoval',
    };
  };
  const byInno = (fallback: ServerPath, name: string, reader: Removal['reader']): Removal => {
    const log = joinServerPath(LOGS, name);
    return { file: uninstaller ?? fallback, args: SILENT.split(' '), log, reader };
  };
  switch (part) {
    case 'masterTarget':
      return byProduct(MASTER_TARGET_PRODUCT, 'UnifiedAgentMSIUninstall.log');
    case 'agent':
      return byProduct(AGENT_PRODUCT, 'MARSUninstall.log');
    case 'processServer':
      return byInno('', UNREGISTRATION_LOG_NAME, 'processServerRemoval');
    case 'dependencies':
      return byInno('C:\\thirdparty\\unins000.exe', 'CX_TP_UnInstallLogFile.log', 'innoRemoval');
  }
}

const UNREGISTRATION_LOG_NAME = 'CX_UnInstallLogFile.log';
export const REMOVAL_LOGS = LOGS;
/** Where the uninstaller of the process server tells whether the configuration server took it off. */
export const UNREGISTRATION_LOG = joinServerPath(LOGS, UNREGISTRATION_LOG_NAME);

/** What the master target's uninstaller deletes beside its own folder, whoever put it there. */
export const MASTER_TARGET_DELETES: readonly ServerPath[] = ['C:\\SRV'];

/** What the dependencies' uninstaller deletes with all that lies in it, whoever put it there. */
export const DEPENDENCIES_DELETE: readonly ServerPath[] = [
  'C:\\strawberry',
  'C:\\thirdparty',
  'C:\\site',
  'C:\\bin',
  'C:\\Temp',
];

// The installers go on in the background otherwise, and the next one finds Windows Installer busy.
const waited = (command: string) => `start /wait "" ${command}`;
const msi = (product: string, log: string) =>
  waited(`msiexec.exe /x ${product} /qn /norestart /L*V "${LOGS}\\${log}"`);

/**
 * The commands that remove these parts, for a command prompt, in the order that the uninstallers
 * enforce: master target, agent, process server, dependencies. Removing the master target starts
 * the removal of the agent by itself and does not wait for it. The dependencies' uninstaller
 * restarts Windows unless it is told not to.
 * Source: vendor source, UnifiedAgentMSI Product.wxs, ucx_server_setup.iss, cx_thirdparty_setup.iss.
 */
export function removalCommands(
  parts: readonly ProductPart[],
  installFolder: ServerPath,
): string[] {
  const uninstaller = joinServerPath(installFolder, 'home', 'svsystems', 'unins000.exe');
  const commands: readonly [ProductPart, string][] = [
    ['masterTarget', msi(MASTER_TARGET_PRODUCT, 'UnifiedAgentMSIUninstall.log')],
    ['agent', msi(AGENT_PRODUCT, 'MARSUninstall.log')],
    ['processServer', waited(`"${uninstaller}" ${SILENT}`)],
    ['dependencies', waited(`"C:\\thirdparty\\unins000.exe" ${SILENT}`)],
  ];
  return commands.flatMap(([part, command]) => (parts.includes(part) ? [command] : []));
}
