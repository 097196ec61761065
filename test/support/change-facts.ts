import type { BackupState, KeptBackup, ListedServers } from '../../contract/details';
import { servicesOf } from '../../main/vendor/service-orders';
import { installedFacts } from './protection-facts';
import { factsWith } from './sample-facts';

const BACKUP = 'C:\\ProgramData\\ProcessServerManager\\backups\\op-1';
const AMETHYST = 'D:\\ASR\\home\\svsystems\\etc\\amethyst.conf';
const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\SV Systems';

const backup: KeptBackup = {
  id: 'op-1',
  folder: BACKUP,
  madeFor: 'A change',
  madeAt: '2026-11-20T10:00:00.000Z',
  files: [
    { path: AMETHYST, keptAs: `${BACKUP}\\file-1`, sha256: 'a'.repeat(64) },
    { path: 'D:\\ASR\\home\\svsystems\\etc\\new.conf', keptAs: null },
  ],
  registry: [{ view: '32', key: KEY, keptAs: `${BACKUP}\\registry-1.reg` }],
};
const backupState: BackupState = {
  id: 'op-1',
  sizeBytes: 1000,
  ageDays: 1,
  files: ['changed', 'added'],
  registry: [
    { state: 'changed', changed: [{ key: KEY, name: 'a' }], added: [{ key: KEY, name: 'b' }] },
  ],
};
const disconnectedServers: ListedServers = {
  script: { path: 'D:\\ASR\\home\\svsystems\\bin\\Unregister-ASRComponent.pl', isThere: true },
  perl: { path: 'C:\\strawberry\\perl\\bin\\perl.exe', isThere: true },
  address: '10.20.30.43',
  readAt: '2026-11-21T08:00:00.000Z',
  rows: [{ server: "It's gone (10.20.30.43)", heartbeat: 'old', heardAt: null }],
  trouble: '',
  toolWords: [],
};

/** A process server in D:\ASR whose services run, with something for every procedure to change. */
export const changingFacts = factsWith({
  ...installedFacts,
  services: servicesOf('standAlone').map(({ name }) => ({
    name,
    state: 'running',
    startType: 'automatic',
    pid: 4,
    mustRun: true,
  })),
  details: {
    backups: [backup],
    backupStates: [backupState],
    disconnectedServers,
    writtenPlaces: [
      { role: 'own', where: AMETHYST, setting: 'PS_IP', value: '10.20.30.99' },
      { role: 'card', where: AMETHYST, setting: 'BPM_NTW_DEVICE', value: 'old card' },
    ],
    removal: {
      uninstallers: { processServer: 'D:\\ASR\\home\\svsystems\\unins000.exe' },
      backupSigns: [],
      configurationServer: { answers: true, said: 'it answers' },
      deletedFolders: ['C:\\Temp'],
      temporaryFiles: [],
    },
    leftovers: [
      { id: 'folderData', kind: 'folder', name: 'C:\\ProgramData\\Microsoft Azure Site Recovery' },
    ],
  },
});
