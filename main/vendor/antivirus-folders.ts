import type { ServerPath } from '../../contract/server-path';

/** Whose virus scanner has to leave folders alone. */
export const machineKinds = ['processServer', 'masterTarget', 'sourceMachine'] as const;
export type MachineKind = (typeof machineKinds)[number];

/** The junction to the install folder that set-up makes. Source: vendor source, UCX installer. */
export const JUNCTION: ServerPath = 'C:\\ProgramData\\ASR';

/** Where the parts lie when nobody chose another folder. Source: the public article (example). */
export const USUAL_INSTALL_FOLDER: ServerPath =
  'C:\\Program Files (x86)\\Microsoft Azure Site Recovery';

/**
 * Source: the public article "Manage process servers", section on antivirus software on process
 * servers, which names these for a stand-alone process server and for a master target.
 */
const SERVER_FOLDERS: readonly ServerPath[] = [
  'C:\\Program Files\\Microsoft Azure Recovery Services Agent',
  JUNCTION,
  'C:\\ProgramData\\ASRLogs',
  'C:\\ProgramData\\ASRSetupLogs',
  'C:\\ProgramData\\LogUploadServiceLogs',
  'C:\\ProgramData\\Microsoft Azure Site Recovery',
];

/**
 * Source: the public article "Set up the source environment for VMware to Azure replication",
 * section on folder exclusions: a source machine leaves out the mobility service's folder.
 */
const AGENT_FOLDER = `${JUNCTION}\\agent`;

/** Folders of a configuration server. Source: general knowledge of its own list of exclusions. */
const CONFIGURATION_SERVER_FOLDERS: readonly ServerPath[] = [
  'C:\\Program Files\\Microsoft Azure Site Recovery Provider',
  'C:\\Program Files\\Microsoft Azure Site Recovery Configuration Manager',
  'C:\\Program Files\\Microsoft Azure Site Recovery Error Collection Tool',
];

/**
 * Folders that belong to Site Recovery in one of its other roles or versions. One that is excluded
 * and not on the list of this server is a leftover. Source: the same articles.
 */
const FAMILY = [
  JUNCTION,
  'C:\\ProgramData\\ASRLogs',
  'C:\\ProgramData\\ASRSetupLogs',
  'C:\\ProgramData\\LogUploadServiceLogs',
  'C:\\ProgramData\\Microsoft Azure Site Recovery',
  'C:\\Program Files\\Microsoft Azure Recovery Services Agent',
  ...CONFIGURATION_SERVER_FOLDERS,
  USUAL_INSTALL_FOLDER,
];

export const samePath = (one: ServerPath, other: ServerPath): boolean =>
  one.replace(/\\+$/, '').toLowerCase() === other.replace(/\\+$/, '').toLowerCase();

const lies = (path: ServerPath, folder: ServerPath) =>
  samePath(path, folder) || path.toLowerCase().startsWith(`${folder.toLowerCase()}\\`);

/** Whether a configuration server on this server needs the path left alone. */
export const isOfConfigurationServer = (path: ServerPath): boolean =>
  CONFIGURATION_SERVER_FOLDERS.some((folder) => lies(path, folder));

const eachOnce = (folders: readonly ServerPath[]): ServerPath[] =>
  folders.filter((folder, index) => folders.findIndex((one) => samePath(one, folder)) === index);

/**
 * The folders for such a machine whose parts are installed in `installFolder`: through the junction,
 * as articles name them, and where they really lie.
 */
export function antivirusFolders(kind: MachineKind, installFolder: ServerPath): ServerPath[] {
  const folder = installFolder.replace(/\\+$/, '');
  if (kind === 'sourceMachine') return eachOnce([AGENT_FOLDER, `${folder}\\agent`]);
  return eachOnce([...SERVER_FOLDERS, folder]);
}

/** Whether an excluded path is one of Site Recovery's, on whatever kind of machine. */
export function isOfSiteRecovery(path: ServerPath): boolean {
  return FAMILY.some((folder) => lies(path, folder)) || /\\home\\svsystems(?:\\|$)/i.test(path);
}

/**
 * Services by which other antivirus products are known. Windows Server registers no products, so
 * this is all there is to see. Source: general knowledge, not looked up at each vendor; not
 * complete.
 */
const ANTIVIRUS_SERVICES: Readonly<Record<string, string>> = {
  SepMasterService: 'Symantec Endpoint Protection',
  CSFalconService: 'CrowdStrike Falcon',
  SentinelAgent: 'SentinelOne',
  mfemms: 'Trellix (McAfee) Endpoint Security',
  McShield: 'McAfee VirusScan',
  ntrtscan: 'Trend Micro Apex One',
  ds_agent: 'Trend Micro Deep Security',
  ekrn: 'ESET',
  SAVService: 'Sophos Anti-Virus',
  'Sophos Endpoint Defense Service': 'Sophos Endpoint',
  EPSecurityService: 'Bitdefender Endpoint Security',
  KAVFS: 'Kaspersky Security for Windows Server',
  CylanceSvc: 'CylancePROTECT',
  WRSVC: 'Webroot',
  MsMpSvc: 'System Center Endpoint Protection',
};

/** Names of the products whose services are among these, each once. */
export function antivirusProducts(services: readonly string[]): string[] {
  const there = new Set(services.map((name) => name.toLowerCase()));
  const names = Object.entries(ANTIVIRUS_SERVICES).flatMap(([service, product]) =>
    there.has(service.toLowerCase()) ? [product] : [],
  );
  return [...new Set(names)];
}

/** The line that excludes folders on another machine with Microsoft Defender. */
export function exclusionCommand(folders: readonly ServerPath[]): string {
  const quoted = folders.map((folder) => `'${folder.replace(/['\u2018-\u201b]/g, '$&$&')}'`);
  return `Add-MpPreference -ExclusionPath ${quoted.join(', ')}`;
}
