import { setupExitCodes } from './exit-codes';
import { SetupCrash } from './install-location';
import type { SetupAction } from './setup-actions';
import { parseSetupArguments, type SetupParameters } from './setup-arguments';
import type { SetupSettings } from './setup-check';
import type { InstalledState, SetupEnvironment } from './setup-environment';
import { SetupJournal, type SetupMessage } from './setup-journal';
import { planInstallation, planUpgrade, proxyType } from './setup-plan';
import { refusals, upgradeRefusals } from './setup-texts';
import { validateInstallation } from './setup-validation';

/** The settings set-up works with, in the vendor's names; what is at its default is left out. */
export type EffectiveSettings = Record<string, string | true>;

/** A value set-up itself writes below the registry key of the process server (`…\9`). */
export interface RegistryWrite {
  name: string;
  value: string;
}

/** Everything UnifiedSetup decides before it changes anything. */
export interface SetupDecision {
  /** Its exit code if every command it starts succeeds. */
  exit: number;
  accepted: boolean;
  verdict: string;
  /** An error of the argument parser, which doesn't end set-up by itself. */
  parserError: string | null;
  /** The texts that explain a refusal. */
  message: string | null;
  message2: string | null;
  params: SetupParameters;
  /** Null when nothing is set up. */
  effective: EffectiveSettings | null;
  /** Null when nothing is set up, and for a configuration server, whose steps aren't simulated. */
  subcommands: readonly SetupAction[] | null;
  registryWrites: readonly RegistryWrite[];
  /** What set-up says until it starts to install. */
  logMessages: readonly SetupMessage[];
  /** Null for an upgrade and when nothing is set up. */
  settings: SetupSettings | null;
}

type Outcome = Pick<SetupDecision, 'exit' | 'accepted' | 'verdict'> &
  Partial<Pick<SetupDecision, 'effective' | 'subcommands' | 'registryWrites' | 'settings'>>;

const rejected: Outcome = {
  exit: setupExitCodes.InvalidCommandLine,
  accepted: false,
  verdict: 'rejected',
};

const completeStates: ReadonlySet<InstalledState> = new Set([
  'older',
  'same',
  'higher',
  'gallery-older',
]);

/**
 * What UnifiedSetup does with its arguments (`argv[0]` is the program) on a server like this one:
 * the set-up program alone, with its prerequisite checks passed and every command it starts ending
 * with 0 (vendor source, WS/Program.cs; observed in runs of it).
 */
export function decideSetup(argv: readonly string[], environment: SetupEnvironment): SetupDecision {
  const journal = new SetupJournal();
  if (argv.length <= 1) {
    // Without arguments the window opens, which always ends with 0.
    const verdict = 'interactive (GUI) mode: no arguments';
    return decision({ exit: 0, accepted: true, verdict }, {}, null, journal);
  }
  const { parameters, error } = parseSetupArguments(argv, journal);
  journal.trace(`Main : Current directory = ${environment.cwd}`);
  const outcome = parameters.Upgrade
    ? decideUpgrade(argv, parameters, environment, journal)
    : decideInstallation(parameters, environment, journal);
  return decision(outcome, parameters, error, journal);
}

function decision(
  outcome: Outcome,
  params: SetupParameters,
  parserError: string | null,
  journal: SetupJournal,
): SetupDecision {
  const [message = null, message2 = null] = journal.decisive;
  return {
    effective: null,
    subcommands: null,
    registryWrites: [],
    settings: null,
    ...outcome,
    params,
    parserError,
    message,
    message2,
    logMessages: journal.messages,
  };
}

function decideUpgrade(
  argv: readonly string[],
  parameters: SetupParameters,
  environment: SetupEnvironment,
  journal: SetupJournal,
): Outcome {
  const skipsPrereqs = parameters.SkipPrereqsCheck !== undefined;
  if (skipsPrereqs) journal.trace('/SkipPrereqsCheck argument is passed to the installer.');
  const { state, installed } = environment;
  if (argv.length >= 4) {
    journal.explain(refusals.otherSwitchesWithUpgrade);
    return rejected;
  }
  if (!completeStates.has(state)) {
    journal.explain(refusals.nothingToUpgrade);
    return rejected;
  }
  const refusal = upgradeRefusal(state);
  if (refusal !== null) return refuseUpgrade(refusal, journal);
  return {
    exit: setupExitCodes.Successful,
    accepted: true,
    verdict: 'accepted: upgrade',
    effective: {
      ServerMode: 'PS',
      DataTransferSecurePort: '9443',
      ...(skipsPrereqs && { SkipPrereqsCheck: true }),
      InstallType: 'Upgrade',
      ProductISAlreadyInstalled: 'Yes',
    },
    subcommands: planUpgrade(installed.registeredAgentFolder, state === 'gallery-older'),
  };
}

function decideInstallation(
  parameters: SetupParameters,
  environment: SetupEnvironment,
  journal: SetupJournal,
): Outcome {
  const { state, installed } = environment;
  if (completeStates.has(state)) {
    journal.explain(refusals.alreadyInstalled);
    return rejected;
  }
  const settings = validateOrCrash(parameters, environment, journal);
  if (settings === 'crashed') {
    const verdict = 'ended by an exception';
    return { exit: setupExitCodes.Failed, accepted: false, verdict };
  }
  if (!settings) return rejected;
  const refusal = upgradeRefusal(state);
  if (refusal !== null) return refuseUpgrade(refusal, journal);
  const isRepeated = state === 'nomt-same';
  const { installLocation } = settings;
  const fresh = {
    csIp: settings.csIp,
    serverFolder: `${installLocation}\\home\\svsystems`,
    agentFolder: installLocation,
  };
  return {
    exit: setupExitCodes.Successful,
    accepted: true,
    verdict: isRepeated
      ? 'accepted: re-installation (no prerequisite checks)'
      : 'accepted: fresh installation',
    effective: effectiveSettings(settings, fresh.serverFolder, isRepeated),
    subcommands:
      settings.serverMode === 'CS'
        ? null
        : // A re-installation takes folders and address from what is installed.
          planInstallation(settings, isRepeated ? installed : fresh),
    registryWrites: [
      { name: 'PrivateEndpointState', value: 'None' },
      { name: 'Proxy_Type', value: proxyType(settings) },
    ],
    settings,
  };
}

function validateOrCrash(
  parameters: SetupParameters,
  environment: SetupEnvironment,
  journal: SetupJournal,
): SetupSettings | 'crashed' | null {
  try {
    return validateInstallation(parameters, environment, journal);
  } catch (error) {
    if (!(error instanceof SetupCrash)) throw error;
    journal.explain(error.message);
    return 'crashed';
  }
}

function upgradeRefusal(state: InstalledState): string | null {
  switch (state) {
    case 'same':
      return upgradeRefusals.same;
    case 'higher':
      return upgradeRefusals.higher;
    case 'tooold':
      return upgradeRefusals.tooOld;
    case 'nomt-older':
      return upgradeRefusals.incomplete;
    default:
      return null;
  }
}

function refuseUpgrade(text: string, journal: SetupJournal): Outcome {
  journal.explain(text);
  return {
    exit: setupExitCodes.UpgradeNotSupported,
    accepted: false,
    verdict: 'accepted by argument check, then refused: upgrade not supported',
  };
}

function effectiveSettings(
  settings: SetupSettings,
  serverFolder: string,
  isRepeated: boolean,
): EffectiveSettings {
  const { envType, skipSpaceCheck, skipPrereqsCheck, skipTlsCheck, skipRegistration } = settings;
  return {
    ServerMode: settings.serverMode,
    CXInstallDir: serverFolder,
    AgentInstallDir: settings.installLocation,
    ...(envType !== '' && { EnvType: envType }),
    ProxyType: proxyType(settings),
    DataTransferSecurePort: settings.dataPort,
    ...(skipSpaceCheck && { SkipSpaceCheck: 'true' }),
    ...(skipPrereqsCheck && { SkipPrereqsCheck: true as const }),
    ...(skipTlsCheck && { SkipTLSCheck: true as const }),
    ...(skipRegistration && { SkipRegistration: true as const }),
    InstallType: 'Fresh',
    ...(isRepeated && { ReInstallationStatus: 'Yes' }),
  };
}
