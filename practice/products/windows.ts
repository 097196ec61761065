import type { Scenario } from '../scenarios/schema';
import { setTexts, setValue } from '../world/registry';
import type { World } from '../world/schema';
import { installService, startService } from '../world/services';
import { keys, uninstallKeys } from './keys';
import { writeSettings } from './windows-settings';

export const system32 = 'C:\\Windows\\System32';
export const powershellPath = `${system32}\\WindowsPowerShell\\v1.0\\powershell.exe`;

/** Where set-up puts a junction to the folder of the process server. */
export const asrFolder = 'C:\\ProgramData\\ASR';

/** Programs of Windows that the practice server plays, by whole path. */
export const windowsPrograms: readonly string[] = [
  ...['reg.exe', 'sc.exe', 'net.exe', 'icacls.exe', 'schtasks.exe', 'cmd.exe', 'msiexec.exe'].map(
    (name) => `${system32}\\${name}`,
  ),
  powershellPath,
];

const services = [
  ['EventLog', 'Windows Event Log', 'automatic'],
  ['LanmanServer', 'Server', 'automatic'],
  ['MpsSvc', 'Windows Firewall', 'automatic'],
  ['msiserver', 'Windows Installer', 'manual'],
  ['RpcSs', 'Remote Procedure Call (RPC)', 'automatic'],
  ['Schedule', 'Task Scheduler', 'automatic'],
  ['TermService', 'Remote Desktop Services', 'manual'],
  ['W32Time', 'Windows Time', 'manual'],
  ['Winmgmt', 'Windows Management Instrumentation', 'automatic'],
  ['WinRM', 'Windows Remote Management (WS-Management)', 'automatic'],
] as const;

/** Fills in what a fresh Windows Server has. */
export function layWindows(world: World, server: Scenario['server'], now: Date): void {
  const { vmwareTools, pendingRestart, galleryImage } = server;
  for (const [name, displayName, startType] of services) {
    const binaryPath = `${system32}\\svchost.exe -k netsvcs`;
    installService(world, { name, displayName, startType, binaryPath });
    if (startType === 'automatic') startService(world, name, now);
  }
  writeSettings(world.registry, server);
  setTexts(world.registry, keys.windowsVersion, { ProductName: world.windows.caption });
  world.registry[keys.sessionManager] = {};
  if (vmwareTools) {
    setTexts(world.registry, uninstallKeys.vmwareTools, {
      DisplayName: 'VMware Tools',
      DisplayVersion: '11.3.5.18557794',
      Publisher: 'VMware, Inc.',
    });
  }
  if (galleryImage) world.registry[keys.galleryImage] = {};
  if (pendingRestart) noteRestart(world);
}

/** Notes that a file is to be replaced at the next start of Windows. */
export function noteRestart({ registry }: World): void {
  setValue(registry, keys.sessionManager, 'PendingFileRenameOperations', {
    type: 'REG_MULTI_SZ',
    data: ['\\??\\C:\\Windows\\Temp\\pending-replacement.tmp', ''],
  });
}
