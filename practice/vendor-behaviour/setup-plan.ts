import { setupExitCodes } from './exit-codes';
import { combinePath } from './install-location';
import { fingerprintArguments } from './passphrase-check';
import { setMarsProxyArguments, type UsedProxy } from './proxy-file';
import {
  copy,
  note,
  type RunAction,
  restartService,
  run,
  type SetupAction,
  say,
} from './setup-actions';
import type { SetupSettings } from './setup-check';

/** What an installation puts where, and which configuration server it belongs to. */
export interface InstallTarget {
  csIp: string;
  /** `…\home\svsystems` */
  serverFolder: string;
  /** The folder that holds the agent's folder `agent`. */
  agentFolder: string;
}

const quiet = '/VERYSILENT /SUPPRESSMSGBOXES /NORESTART';
const passphraseFolder = 'Microsoft Azure Site Recovery\\private\\connection.passphrase';
/** Inno Setup's code for files that are in use. */
const filesInUse = 5;

/**
 * What an installation of a process server does, in order (vendor source, WS/ActionProcessess.cs;
 * observed in runs of it). The step `checkPassphrase` belongs to the check of the arguments, so it
 * is over before the prerequisites are looked at; it is left out when a process server was there
 * already, whose passphrase stays as it is.
 */
export function planInstallation(settings: SetupSettings, target: InstallTarget): SetupAction[] {
  return [
    ...takePassphrase(settings),
    installThirdParty(),
    installProcessServer(settings, target),
    installMasterTarget(target.agentFolder),
    configureMasterTarget(target),
    ...installMars(),
    ...(settings.skipRegistration ? [] : register(target.agentFolder, settings.proxy)),
  ];
}

/**
 * What an upgrade does, in order. An Azure image has no master target and no backup agent to
 * upgrade, and nothing is configured or registered again.
 */
export function planUpgrade(registeredAgentFolder: string, isGalleryImage: boolean): SetupAction[] {
  return [
    installThirdParty(),
    upgradeProcessServer(),
    ...(isGalleryImage ? [] : [installMasterTarget(registeredAgentFolder), ...installMars()]),
  ];
}

function takePassphrase(settings: SetupSettings): SetupAction[] {
  const { passphraseFilePath, csIp } = settings;
  if (passphraseFilePath === '') return [];
  return [
    copy('checkPassphrase', passphraseFilePath, `%ProgramData%\\${passphraseFolder}`),
    run({
      step: 'checkPassphrase',
      file: 'csgetfingerprint.exe',
      args: fingerprintArguments(csIp),
      exitOnFailure: setupExitCodes.InvalidCommandLine,
    }),
  ];
}

function installThirdParty(): RunAction {
  const component = 'Configuration Server/Process Server Dependencies component';
  return run({
    step: 'installThirdParty',
    file: 'CX_THIRDPARTY_SETUP.EXE',
    args: quiet,
    before: [
      say(''),
      say('Currently: Installing third-party components (approximately 5 minutes)'),
    ],
    after: [say(`${component} is installed successfully.`)],
    onFailure: [say(`${component} installation has failed. Aborting the installation...`)],
  });
}

const processServerTexts = {
  before: [
    say(''),
    note(
      'Latest version of Configuration Server/Process Server component is not installed on the' +
        ' server.',
    ),
    say('Currently: Installing the process server (approximately 5 minutes)'),
  ],
  after: [say('Process Server component is installed successfully.')],
  onFailure: [
    say('Process Server component installation has failed. Aborting the installation...'),
  ],
};

function installProcessServer(settings: SetupSettings, target: InstallTarget): RunAction {
  const values = [
    quiet,
    `/ServerMode "${settings.serverMode}"`,
    `/DIR="${target.serverFolder}"`,
    `/CSIP "${target.csIp}"`,
    '/CSPort "443"',
    `/PassphrasePath "${settings.passphraseFilePath}"`,
    `/EnvType "${settings.envType}"`,
    `/DataTransferSecurePort "${settings.dataPort}"`,
    '/NORESTART',
  ];
  if (settings.psIp !== '') values.push(`/PSIP "${settings.psIp}"`);
  return run({
    step: 'installProcessServer',
    file: 'UCX_SERVER_SETUP.EXE',
    args: values.join(' '),
    ...processServerTexts,
    before: [...processServerTexts.before, note('Invoking InstallCX.')],
    after: [
      note('Vault location is empty.'),
      note(`Adding proxy type: ${proxyType(settings)} to registry.`),
      ...processServerTexts.after,
    ],
  });
}

function upgradeProcessServer(): RunAction {
  return run({
    step: 'installProcessServer',
    file: 'UCX_SERVER_SETUP.EXE',
    args: `${quiet} /UPGRADE`,
    retry: { code: filesInUse, seconds: 120 },
    ...processServerTexts,
    before: [...processServerTexts.before, note('Invoking UpgradeCX.')],
  });
}

function installMasterTarget(agentFolder: string): RunAction {
  return run({
    step: 'installMasterTarget',
    file: 'UNIFIEDAGENT.EXE',
    args: `/Role "MT" /Silent  /InstallLocation "${agentFolder}" /Platform "VmWare"`,
    restartCodes: [98, 1641, 3010],
    before: [
      say(''),
      note('Latest version of Master target is not installed on the server.'),
      say('Currently: Installing the master target server (approximately 5 minutes)'),
    ],
    after: [
      note('MT Installation output: '),
      note('MT Installation error: '),
      say('Master Target component is installed successfully.'),
    ],
    onFailure: [
      note('MT Installation output: '),
      note('MT Installation error: '),
      say('Master Target installation has failed. Aborting the installation...'),
    ],
  });
}

function configureMasterTarget(target: InstallTarget): RunAction {
  const output = [note('MT Configuration output: '), note('MT Configuration error: ')];
  return run({
    step: 'configureMasterTarget',
    file: `${combinePath(target.agentFolder, 'agent')}\\UnifiedAgentConfigurator.exe`,
    args: ` /CSEndPoint "${target.csIp}" /PassphraseFilePath "C:\\ProgramData\\${passphraseFolder}"`,
    after: [...output, say('Master Target configuration is performed successfully.')],
    onFailure: [...output, say('Failed to configure Master Target. Aborting the installation...')],
  });
}

function installMars(): SetupAction[] {
  const installed = say('Microsoft Azure Recovery Services Agent is installed successfully.');
  return [
    run({
      step: 'installMars',
      file: 'MARSAgentInstaller.exe',
      args: ' /q /nu',
      retry: { code: -1, seconds: 10 },
      exitOnFailure: setupExitCodes.MARSAgentInstallationFailed,
      before: [
        say(''),
        say(
          'Currently: Installing Microsoft Azure Recovery Service Agent (approximately 2 minutes)',
        ),
        note('Installing MARS agent.'),
      ],
      after: [note('MARS agent installation is successful.')],
      onFailure: [
        note('Failed to install MARS agent.'),
        say(
          'Microsoft Azure Recovery Services Agent installation has failed. Aborting the' +
            ' installation...',
        ),
      ],
    }),
    ...restartService('installMars', 'ProcessServerMonitor', [installed]),
  ];
}

const registered = say('Successfully registered with Site Recovery.');
const notRegistered = say('Failed to register with Site Recovery. Aborting the installation...');

function register(agentFolder: string, proxy: UsedProxy | null): SetupAction[] {
  const output = note('cdpcli --registermt command output : \n');
  const succeeded = note('Master Target registration has succeeded.');
  const registration = run({
    step: 'registerMasterTarget',
    file: combinePath(agentFolder, 'agent\\cdpcli.exe'),
    args: ' --registermt',
    exitOnFailure: setupExitCodes.MTContainerRegistrationFailed,
    before: [
      say(''),
      say('Currently: Registering with service (approximately 5 minutes)'),
      note('Performing Master target registration.'),
    ],
    after: proxy ? [output, succeeded] : [output, succeeded, registered],
    onFailure: [output, note('Master Target registration has failed.'), notRegistered],
  });
  return proxy ? [registration, ...setMarsProxy(proxy)] : [registration];
}

function setMarsProxy(proxy: UsedProxy): SetupAction[] {
  return [
    run({
      step: 'setMarsProxy',
      file: 'SetMarsProxy.exe',
      args: setMarsProxyArguments(proxy),
      logsArguments: false,
      exitOnFailure: setupExitCodes.MARSAgentProxyIsNotSet,
      before: [note('Setting up the proxy for the MARS agent.')],
      after: [note('MARS agent proxy has been set successfully.')],
      onFailure: [note('Failed to set MARS agent proxy.'), notRegistered],
    }),
    ...restartService('setMarsProxy', 'obengine', [registered]),
  ];
}

/** How set-up names the kind of proxy. */
export function proxyType(settings: SetupSettings): 'Custom' | 'Bypass' {
  return settings.proxy ? 'Custom' : 'Bypass';
}
