import type { Scenario } from '../../practice';
import { goodAnswers } from '../support/practice-application';
import { changeOutcomes } from './outcomes/changes';
import type { Outcome } from './outcomes/kinds';
import { setUpOutcomes } from './outcomes/set-up';

export type { Findings, Outcome, Part, Stop } from './outcomes/kinds';

/** What this program does with every scenario, given good answers. */
export const outcomes: Readonly<Record<string, Outcome>> = { ...setUpOutcomes, ...changeOutcomes };

function actionFor({ id }: Scenario): string {
  if (id.startsWith('registration-')) return 'change';
  if (id.startsWith('antivirus-')) return 'match';
  if (id.startsWith('backup-')) return 'restore';
  return id === 'services-start-types' ? 'startTypes' : 'restart';
}

/** The small plan that comes before a procedure. */
export const preparations: Readonly<Record<string, string>> = {
  'set-up': 'prepare',
  upgrade: 'prepare-upgrade',
};

/** Answers that an admin who knows this server would give. */
export function answersFor(scenario: Scenario): Record<string, string> {
  const { proxy, server } = scenario;
  const proxyAnswers = proxy && {
    proxyMode: 'custom',
    proxyAddress: proxy.server,
    proxyPort: String(proxy.port),
    proxySignIn: proxy.user === '' ? 'no' : 'yes',
    proxyUser: proxy.user,
    proxyAccount: proxy.windowsSignIn ? 'windows' : proxy.user === '' ? 'none' : 'given',
  };
  const roomy = scenario.drives.find(
    ({ kind, fileSystem, freeGb }) => kind === 'fixed' && fileSystem === 'NTFS' && freeGb >= 600,
  );
  return {
    ...goodAnswers,
    csVersion: '9.55.6765.1',
    environment: server.vmwareTools ? 'vmware' : 'physical',
    installFolder: `${roomy?.letter ?? 'D:'}\\ASR`,
    action: actionFor(scenario),
    machine: 'processServer',
    what: 'dataPort',
    deployment: scenario.installed?.configurationServer ? 'configurationServer' : 'standAlone',
    which: 'all',
    endpoints: proxy === null ? 'reachable' : 'proxy',
    address: scenario.addresses.at(-1)?.address ?? '',
    csState: 'connected',
    agent: scenario.azureBackup ? 'stays' : 'only',
    unassigned: scenario.server.name,
    source: 'link',
    link: 'https://aka.ms/unifiedinstaller_weu',
    ...proxyAnswers,
    ...(scenario.backup ? { backup: scenario.backup.id, extras: 'keep', services: 'yes' } : {}),
  };
}
