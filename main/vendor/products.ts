/**
 * Names and keys of the parts of a process server, as their installers write them.
 * Source: vendor source, ucx_server_setup.iss, cx_thirdparty_setup.iss, UnifiedAgentMSI Product.wxs.
 */
export const PRODUCT_NAMES = {
  dependencies: 'Microsoft Azure Site Recovery Configuration/Process Server Dependencies',
  processServer: 'Microsoft Azure Site Recovery Configuration/Process Server',
  masterTarget: 'Microsoft Azure Site Recovery Mobility Service/Master Target Server',
  agent: 'Microsoft Azure Recovery Services Agent',
  vmwareTools: 'VMware Tools',
} as const;

/** In the 32-bit view; the 64-bit view of the same key lies below WOW6432Node. */
export const INMAGE_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\InMage Systems';
const INSTALLED_PRODUCTS_KEY = `${INMAGE_KEY}\\Installed Products`;
export const PRODUCT_KEYS = {
  masterTarget: `${INSTALLED_PRODUCTS_KEY}\\5`,
  processServer: `${INSTALLED_PRODUCTS_KEY}\\9`,
  dependencies: `${INSTALLED_PRODUCTS_KEY}\\10`,
} as const;

/**
 * The key that marks a server made from the image of the Azure gallery, in the 64-bit view.
 * Source: vendor source, SetupFramework of the unified set-up.
 */
export const GALLERY_IMAGE_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\AzureSiteRecoveryOVF';

/** What `cdpcli --registermt` restores in the 64-bit view; its values tell of the registration. */
export const AZURE_BACKUP_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure Backup';
export const REGISTRATION_KEY = `${AZURE_BACKUP_KEY}\\Config\\InMageMT`;
export const REGISTRATION_THUMBPRINT = 'PrimaryCertThumbprint';

/**
 * Where the configuration server keeps its proxy, in the 64-bit view. Nothing writes it on a process
 * server alone. Source: vendor source, SetupFramework of the unified set-up.
 */
export const PROXY_SETTINGS_KEY =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Azure Site Recovery\\ProxySettings';
