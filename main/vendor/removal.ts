import { joinServerPath, type ServerPath } from '../../contract/server-path';

/** The four parts of a process server, in the order in which set-up installs them. */
export const productParts = ['dependencies', 'processServer', 'masterTarget', 'agent'] as const;
export type ProductPart = (typeof productParts)[number];

const MASTER_TARGET_PRODUCT = '{275197FC-14FD-4560-A5EB-38217F80CBD1}';
const AGENT_PRODUCT = '{FFE6D16C-3F87-4192-AF94-DDBEFF165106}';

const SILENT = '/VERYSILENT /SUPPRESSMSGBOXES /NORESTART';
const LOGS = 'C:\\ProgramData\\ASRSetupLogs';

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
