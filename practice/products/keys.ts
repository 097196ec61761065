const wow = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node';
const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';
const inMage = `${wow}\\InMage Systems`;

/** Registry keys of the products, whole and of the 64-bit view (vendor source, installers). */
export const keys = {
  inMage,
  masterTarget: `${inMage}\\Installed Products\\5`,
  processServer: `${inMage}\\Installed Products\\9`,
  dependencies: `${inMage}\\Installed Products\\10`,
  svSystems: `${wow}\\SV Systems`,
  pushInstaller: `${wow}\\SV Systems\\PushInstaller`,
  csMode: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Azure Site Recovery Process Server',
  agentSetup: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Setup',
  agentConfig: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config',
  registration: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config\\InMageMT',
  /** Marks a server that was made from an image of the Azure gallery. */
  galleryImage: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\AzureSiteRecoveryOVF',
  windowsVersion: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
  sessionManager: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager',
  rebootRequired:
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired',
  dotNet:
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full',
} as const;

/** Uninstall entries; the one of the dependencies has no "Microsoft " in its key. */
export const uninstallKeys = {
  dependencies: `${wow}\\${uninstall}\\Azure Site Recovery Configuration/Process Server Dependencies_is1`,
  processServer: `${wow}\\${uninstall}\\Microsoft Azure Site Recovery Configuration/Process Server_is1`,
  masterTarget: `HKEY_LOCAL_MACHINE\\SOFTWARE\\${uninstall}\\{275197FC-14FD-4560-A5EB-38217F80CBD1}`,
  agent: `HKEY_LOCAL_MACHINE\\SOFTWARE\\${uninstall}\\{FFE6D16C-3F87-4192-AF94-DDBEFF165106}`,
  vmwareTools: `HKEY_LOCAL_MACHINE\\SOFTWARE\\${uninstall}\\{38FB6F9A-6B4B-4A0E-8C4F-6E6A5C0E2D11}`,
} as const;

export type Product = keyof typeof uninstallKeys;
