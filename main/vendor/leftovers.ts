import type { Leftover } from '../../contract/details';
import type { ServerPath } from '../../contract/server-path';
import { AZURE_BACKUP_KEY, REGISTRATION_KEY } from './products';
import { standAloneServices } from './services';

type Known = Omit<Leftover, 'name'> & {
  name: string;
  /** Looked for only while this part is not installed: with it, it is no leftover. */
  goneWith: 'masterTarget' | 'processServer' | 'agent';
};

const folder = (id: string, name: ServerPath, goneWith: Known['goneWith']): Known => ({
  id,
  kind: 'folder',
  name,
  goneWith,
});
const key = (id: string, name: string, goneWith: Known['goneWith']): Known => ({
  id,
  kind: 'key',
  name: `HKEY_LOCAL_MACHINE\\SOFTWARE\\${name}`,
  goneWith,
});
const rule = (port: number): Known => ({
  id: `rule${port}`,
  kind: 'firewallRule',
  name: `Open Port ${port}`,
  goneWith: 'processServer',
});

const SERVICE_IDS: Readonly<Record<string, string>> = {
  cxprocessserver: 'serviceCxprocessserver',
  'InMage PushInstall': 'servicePushInstall',
  tmansvc: 'serviceTmansvc',
  ProcessServer: 'serviceProcessServer',
  LogUpload: 'serviceLogUpload',
  ProcessServerMonitor: 'serviceMonitor',
  svagents: 'serviceSvagents',
  'InMage Scout Application Service': 'serviceApplication',
};
const OF_MASTER_TARGET = ['svagents', 'InMage Scout Application Service'];

const services = standAloneServices.flatMap(({ name }): Known[] => {
  const id = SERVICE_IDS[name];
  if (id === undefined) return [];
  const goneWith = OF_MASTER_TARGET.includes(name) ? 'masterTarget' : 'processServer';
  return [{ id, kind: 'service', name, goneWith }];
});

export const ASR_JUNCTION: ServerPath = 'C:\\ProgramData\\ASR';

/**
 * Everything that may be offered for removal, by its whole name: nothing is found by a pattern, so
 * nothing of anybody else can be hit. Folders that others may use too (C:\bin, C:\site, C:\Temp, a
 * Perl in C:\strawberry, an install folder of one's own choice) are left out for that reason.
 * Keys are of the 64-bit view. Source: vendor source, the uninstallers and what they leave.
 */
export const knownLeftovers: readonly Known[] = [
  folder('folderData', 'C:\\ProgramData\\Microsoft Azure Site Recovery', 'masterTarget'),
  folder('folderSetupLogs', 'C:\\ProgramData\\ASRSetupLogs', 'processServer'),
  folder('folderLogs', 'C:\\ProgramData\\ASRLogs', 'processServer'),
  folder('folderUploadLogs', 'C:\\ProgramData\\LogUploadServiceLogs', 'processServer'),
  folder(
    'folderProgram',
    'C:\\Program Files (x86)\\Microsoft Azure Site Recovery',
    'processServer',
  ),
  folder('folderAgent', 'C:\\Program Files\\Microsoft Azure Recovery Services Agent', 'agent'),
  { id: 'junction', kind: 'junction', name: ASR_JUNCTION, goneWith: 'processServer' },
  key('keySiteRecovery', 'Microsoft\\Azure Site Recovery', 'processServer'),
  key('keyProcessServer', 'Microsoft\\Azure Site Recovery Process Server', 'processServer'),
  {
    id: 'keyRegistration',
    kind: 'key',
    name: REGISTRATION_KEY,
    goneWith: 'masterTarget',
  },
  key('keySvSystems', 'WOW6432Node\\SV Systems', 'masterTarget'),
  key('keyInMage', 'WOW6432Node\\InMage Systems', 'masterTarget'),
  ...services,
  rule(443),
  rule(9443),
  rule(9080),
];

/** The provider of Site Recovery on a Hyper-V or VMM server, and what it shares with this product. */
const OF_PROVIDER = ['keySiteRecovery', 'folderData'];
const isProvider = (displayName: string) =>
  displayName.startsWith('Microsoft Azure Site Recovery Provider');

/** Known leftovers that something else on this server still uses, by the programs installed. */
export const usedByOthers = (displayNames: readonly string[]): readonly string[] =>
  displayNames.some(isProvider) ? OF_PROVIDER : [];

/** The certificate of the registration, found by the thumbprint that the registration names. */
export const REGISTRATION_CERTIFICATE_ID = 'certificateRegistration';

/** Values of the agent's settings that a vault for Azure Backup leaves, besides Site Recovery's. */
export const BACKUP_CONFIG_KEY = `${AZURE_BACKUP_KEY}\\Config`;
export const BACKUP_VALUES = ['ResourceId', 'ServiceResourceName', 'MachineId', 'ContainerId'];
/** Where Windows keeps the schedule of Azure Backup. Source: Azure Backup, its scheduled task. */
export const BACKUP_SCHEDULE: ServerPath = 'C:\\Windows\\System32\\Tasks\\Microsoft\\OnlineBackup';
