import type { Scenario } from '../../practice';
import type { World } from '../../practice/world/schema';
import { goodAnswers } from '../support/practice-application';

export type Part = 'dependencies' | 'processServer' | 'masterTarget' | 'agent' | 'registration';

/** Conditions that did not pass, with their verdicts. */
export type Findings = Readonly<Record<string, 'blocks' | 'warns'>>;

export interface Stop {
  kind: 'stops';
  procedure: string;
  step: string;
  what: string;
  /** Words that have to be in meaning or next. */
  says?: RegExp;
  /** Exit code of set-up. */
  code?: string;
  /** Facts of the step: what failed inside, and where. */
  facts?: Readonly<Record<string, string>>;
  /** What is installed then. */
  there: readonly Part[];
  /** A package that was prepared or kept can be undone. */
  undo?: true;
  /** Takes the cause away; without it the scenario's own fault is used up by then. */
  mend?: 'restart' | ((world: World) => void);
  /** The right passphrase, where the sample one is not. */
  passphrase?: string;
  /** How the retry ends; `done` when left out. */
  retried?: 'failed';
}

export type Outcome =
  | { kind: 'blocked'; procedure: string; findings: Findings }
  | { kind: 'done'; procedure?: string; findings?: Findings; restarts?: number }
  | Stop;

const done: Outcome = { kind: 'done' };
const blocked = (findings: Findings, procedure = 'set-up'): Outcome => ({
  kind: 'blocked',
  procedure,
  findings,
});

const allParts: readonly Part[] = [
  'dependencies',
  'processServer',
  'masterTarget',
  'agent',
  'registration',
];

const installStop = (
  there: number,
  code: string,
  what: string,
  facts: Readonly<Record<string, string>> = {},
  more: Partial<Stop> = {},
): Stop => ({
  kind: 'stops',
  procedure: 'set-up',
  step: 'install',
  code,
  what,
  facts,
  there: allParts.slice(0, there),
  ...more,
});

const prepareStop = (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
  kind: 'stops',
  procedure: 'prepare',
  step,
  what,
  there: [],
  undo: true,
  ...more,
});

const downloadStop = (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
  ...prepareStop(step, what, { retried: 'failed', ...more }),
  procedure: 'download',
});

/** The server is whole, and what the procedure did so far can be taken back. */
const servicesStop = (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
  kind: 'stops',
  procedure: 'services',
  step,
  what,
  there: allParts,
  undo: true,
  mend: (world) => {
    world.serviceHabits = {};
    for (const service of world.services) service.settledAt = null;
  },
  ...more,
});

/** The server is whole, and the procedure stops at this step. */
const stopOf =
  (procedure: string) =>
  (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
    kind: 'stops',
    procedure,
    step,
    what,
    there: allParts,
    ...more,
  });
const proxyStop = stopOf('proxy');
const registerStop = stopOf('register');

const upgradeStop = (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
  ...servicesStop(step, what, more),
  procedure: 'upgrade',
});
const certificatesStop = (what: string, more: Partial<Stop> = {}): Stop =>
  stopOf('certificates')('renew', what, more);
const decommissionStop = (
  step: string,
  what: string,
  retried: 'done' | 'failed',
  more: Partial<Stop> = {},
): Stop => ({
  kind: 'stops',
  procedure: 'decommission',
  step,
  what,
  there: allParts,
  ...(retried === 'failed' ? { retried } : {}),
  ...more,
});
const notShown = "Couldn't prove that the step worked.";

const failure = (milestone: string, part: string, partExitCode: string) => ({
  milestone,
  part,
  partExitCode,
});
const dependencies = (code: string) => failure('Installing the dependencies', 'dependencies', code);
const processServer = (code: string) =>
  failure('Installing the process server', 'process server', code);
const masterTarget = (code: string) =>
  failure('Installing the master target', 'master target', code);
const registration = failure('Registering with the configuration server', 'registration', '1');
const unregistered = "Couldn't register this server with the configuration server.";
const agent = 'Microsoft Azure Recovery Services Agent';

/** What this program does with every scenario, given good answers. */
export const outcomes: Readonly<Record<string, Outcome>> = {
  'fresh-vmware': done,
  'fresh-physical': done,
  'behind-proxy': done,
  'no-vmware-tools': done,
  'many-cards': done,
  'many-drives': done,
  'tool-goes-on': done,
  'log-rotated': done,
  'midnight-roll': done,
  'clock-set-back': done,
  'windows-2012r2': done,
  'gallery-image': { kind: 'done', procedure: 'services' },
  'half-installed': { kind: 'done', findings: { installed: 'warns' } },
  'windows-2019': { kind: 'done', findings: { windows: 'warns' } },
  'server-roles': { kind: 'done', findings: { roles: 'warns' } },
  'dhcp-address': { kind: 'done', findings: { dhcp: 'warns' } },
  'restart-needed': { kind: 'done', restarts: 1 },
  'two-restarts': { kind: 'done', restarts: 2 },

  'not-administrator': blocked({ administrator: 'blocks' }, 'prepare'),
  'other-setup-running': blocked({ otherSetup: 'blocks' }, 'prepare'),
  'already-installed': blocked({ installed: 'blocks' }, 'prepare'),
  'older-installed': blocked({ installed: 'blocks' }, 'prepare'),
  'newer-installed': blocked({ installed: 'blocks' }, 'prepare'),
  'too-old-installed': blocked({ installed: 'blocks' }, 'prepare'),
  'net-too-old': blocked({ dotNet: 'blocks' }, 'prepare'),
  'installer-busy': blocked({ installer: 'blocks' }),
  'full-disk': blocked({ space: 'blocks' }),
  'port-blocked': blocked({ port: 'blocks' }),
  'other-server-partly': blocked({ installed: 'blocks' }),
  'tls10-off': blocked({ tls: 'blocks' }),
  'fips-on': blocked({ fips: 'blocks' }),
  'policy-blocks': blocked({ commandPrompt: 'blocks', scripts: 'blocks' }),
  'policy-locks': done,
  'clock-off': blocked({ clock: 'blocks' }),
  'not-english': blocked({ language: 'blocks' }),
  'mysql-55': blocked({ mySql: 'blocks' }),
  'small-server': blocked({ memory: 'blocks', processors: 'blocks' }),
  'windows-10': blocked({ windows: 'blocks' }),

  'bad-package': prepareStop('verify', "Couldn't accept the set-up file: it is not signed.", {
    retried: 'failed',
  }),
  'changed-package': prepareStop(
    'verify',
    "Couldn't accept the set-up file: it was changed after it was signed.",
    { retried: 'failed' },
  ),
  'incomplete-package': prepareStop('unpack', "Couldn't prove that the step worked.", {
    mend: (world) => {
      world.package.missing = [];
    },
  }),
  'wrong-passphrase': prepareStop(
    'test',
    'The configuration server did not accept the passphrase.',
    { passphrase: 'Practice-Passphrase-02', says: /genpassphrase\.exe -v/ },
  ),
  'cs-unreachable': prepareStop('test', 'The configuration server gave no answer in time.', {
    says: /port 443/,
    mend: (world) => {
      world.configurationServer.answers = 'yes';
    },
  }),

  'exit-4': installStop(
    0,
    '4',
    "Couldn't finish set-up: a prerequisite of its own is not met.",
    {},
    { says: /Nothing was installed/ },
  ),
  'dependencies-fail-20': installStop(
    0,
    '1',
    "Couldn't stop the service W3SVC.",
    dependencies('20'),
  ),
  'exit-1': installStop(
    1,
    '1',
    "Couldn't write the configuration of the process server.",
    processServer('14'),
    { says: /C:\\Temp/ },
  ),
  'process-server-fails-34': installStop(
    1,
    '1',
    "Couldn't use the port for replication data.",
    processServer('34'),
  ),
  'process-server-fails-44': installStop(
    1,
    '1',
    "Couldn't replace a file that is in use.",
    processServer('44'),
  ),
  'master-target-fails-10': installStop(
    2,
    '1',
    "Couldn't install the master target: its installer refuses the folder.",
    masterTarget('10'),
    { says: /set-up keeps their folder.*remove the process server/s },
  ),
  'master-target-fails-62': installStop(
    2,
    '1',
    "Couldn't install the master target: a restart of Windows is pending.",
    masterTarget('62'),
    { says: /Restart Windows, then retry/ },
  ),
  'tool-dies': installStop(2, '3221225477', 'Set-up crashed.', {
    milestone: 'Installing the master target',
    part: 'master target',
  }),
  'sign-out-during-set-up': installStop(
    2,
    '1073807364',
    'Set-up was ended from outside.',
    { milestone: 'Installing the master target', part: 'master target' },
    { says: /Stay signed in/ },
  ),
  'configure-fails-14': installStop(
    3,
    '1',
    'The configuration server did not accept the passphrase, or its address is wrong.',
    failure('Configuring the master target', 'configuration of the master target', '14'),
  ),
  'agent-fails': installStop(
    3,
    '111',
    `Couldn't install the ${agent}.`,
    failure(`Installing the ${agent}`, agent, '1'),
    { says: /MARSStatus\.log/ },
  ),
  'exit-113': installStop(4, '113', unregistered, registration, {
    says: /fetch the certificate.*network was lost.*Only the registration is repeated/s,
  }),
  'network-lost-at-registration': installStop(4, '113', unregistered, registration, {
    says: /network was lost.*port 443/s,
    mend: 'restart',
  }),
  'registration-passphrase': installStop(4, '113', unregistered, registration, {
    says: /passphrase on this server does not open it/,
  }),
  'exit-115': installStop(
    5,
    '115',
    `Couldn't set the proxy of the ${agent}.`,
    failure('Setting the proxy of the agent', 'proxy of the agent', '1'),
    { says: /Only the proxy is set again/ },
  ),
  'exit-102': installStop(
    5,
    '102',
    'Set-up ended, but a service does not run.',
    {},
    {
      mend: (world) => {
        for (const service of world.services) {
          if (service.name === 'tmansvc')
            Object.assign(service, { failsWith: null, state: 'running' });
        }
      },
    },
  ),
  'quiet-error': installStop(5, '0', 'Set-up dropped a part of its command line.'),

  'configuration-server': { kind: 'done', procedure: 'services' },
  // Which row is purged is only known from the list: test/procedures/purge.test.ts does.
  'purge-dead-server': { kind: 'done', procedure: 'services' },
  'purge-not-removed': { kind: 'done', procedure: 'services' },
  'services-slow': { kind: 'done', procedure: 'services' },
  'services-start-types': { kind: 'done', procedure: 'services' },
  'services-stuck': servicesStop(
    'stop-tmansvc',
    "Couldn't see the service tmansvc stopped within 600 seconds.",
    { says: /process \d+ still runs/ },
  ),
  'services-refuse-stop': servicesStop(
    'stop-pushInstall',
    "Couldn't stop the service InMage PushInstall.",
    { code: '1052', says: /Restart Windows/ },
  ),
  'services-end-again': servicesStop(
    'start-processServer',
    'The service ProcessServer started and ended again.',
    { code: '1067', says: /crashed/ },
  ),

  'proxy-moved': { kind: 'done', procedure: 'proxy' },
  'proxy-refuses-sign-in': proxyStop('try-proxy', 'The proxy refuses the sign-in.', {
    code: '407',
    says: /Nothing was changed.*check user and password/s,
    mend: (world) => {
      if (world.requiredProxy) world.requiredProxy.password = 'Practice-Proxy-01';
    },
  }),
  'proxy-not-taken': proxyStop('agent-proxy', "Couldn't prove that the step worked.", {
    undo: true,
    mend: (world) => {
      world.agentTakesProxy = 'yes';
    },
  }),
  'proxy-registration-fails': proxyStop(
    'register',
    "Couldn't import the certificate of the configuration server.",
    { code: '1', undo: true },
  ),
  'registration-other-server': { kind: 'done', procedure: 'register' },
  'registration-window-closed': registerStop(
    'configure',
    'The window of the program was closed, but nothing was saved with success.',
    { says: /the window opens again/ },
  ),
  'registration-wrong-data-port': registerStop('configure', "Couldn't prove that the step worked."),
  'registration-says-succeeded': registerStop(
    'register',
    "Couldn't import the certificate of the configuration server.",
    { code: '1' },
  ),
  'older-behind-proxy': { kind: 'done', procedure: 'upgrade' },
  'older-gallery-image': { kind: 'done', procedure: 'upgrade' },
  'upgrade-part-stays': upgradeStop('install', "Couldn't prove that the step worked.", {
    facts: { exitCode: '0' },
    mend: (world) => {
      world.staysOld = [];
    },
  }),
  'upgrade-service-hangs': upgradeStop(
    'stop-cxprocessserver',
    "Couldn't see the service cxprocessserver stopped within 600 seconds.",
    { says: /process \d+ still runs/ },
  ),
  'antivirus-partly': { kind: 'done', procedure: 'antivirus', findings: { drift: 'warns' } },
  'antivirus-managed': blocked({ changeable: 'blocks', drift: 'warns' }, 'antivirus'),
  'antivirus-other': {
    kind: 'done',
    procedure: 'antivirus',
    findings: { watching: 'warns', otherProducts: 'warns', drift: 'warns' },
  },
  'certificates-expiring': { kind: 'done', procedure: 'certificates', findings: {} },
  'certificate-not-renewed': certificatesStop("Couldn't renew the certificate of the data port.", {
    code: 'ECA0169',
  }),
  'certificate-silent': certificatesStop("Couldn't prove that the step worked."),
  'address-changed': { kind: 'done', procedure: 'address' },
  'card-changed': { kind: 'done', procedure: 'address' },
  'address-refuses-stop': servicesStop(
    'stop-pushInstall',
    "Couldn't stop the service InMage PushInstall.",
    { procedure: 'address', code: '1052', says: /Restart Windows/ },
  ),

  'repair-services': { kind: 'done', procedure: 'repair' },
  'repair-mixed': { kind: 'done', procedure: 'repair' },
  'decommission-azure-backup': blocked({ agent: 'blocks', temporary: 'warns' }, 'decommission'),
  'decommission-busy': decommissionStop(
    'remove-master-target',
    "Couldn't remove the product: Windows Installer is busy with another installation.",
    'done',
    { code: '1618' },
  ),
  'decommission-file-in-use': decommissionStop('gone', notShown, 'failed', {
    there: ['registration'],
  }),
  'decommission-not-unregistered': decommissionStop('unregistered', notShown, 'failed', {
    there: ['registration'],
  }),

  'download-breaks': { kind: 'done', procedure: 'download' },
  'download-behind-proxy': { kind: 'done', procedure: 'download' },
  'proxy-windows-sign-in': { kind: 'done', procedure: 'download' },
  'proxy-blocks-download': downloadStop(
    'download',
    "Couldn't download the file: the proxy does not let this request through.",
    { says: /proxy itself answered/ },
  ),
  'download-elsewhere': downloadStop(
    'download',
    "Couldn't accept a file from downloads.contoso.test.",
  ),
  'download-not-found': downloadStop(
    'download',
    "Couldn't download the file: the server refused it.",
  ),
  'download-unsigned': downloadStop('verify', "Couldn't accept the set-up file: it is not signed."),
};

function actionFor({ id }: Scenario): string {
  if (id.startsWith('registration-')) return 'change';
  if (id.startsWith('antivirus-')) return 'match';
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
  };
}
