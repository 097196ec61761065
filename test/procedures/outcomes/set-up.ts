import { blocked, done, downloadStop, installStop, type Outcome, prepareStop } from './kinds';

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

/** What this program does with the scenarios of set-up and of downloads. */
export const setUpOutcomes: Readonly<Record<string, Outcome>> = {
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
