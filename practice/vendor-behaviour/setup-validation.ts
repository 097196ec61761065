import { acceptsLicense, checkMandatory, checkServerMode } from './mode-checks';
import {
  checkAzureIp,
  checkCsIp,
  checkDataPort,
  checkPassphraseFile,
  checkProxyFile,
  checkPsIp,
} from './network-checks';
import {
  checkEnvType,
  checkInstallLocation,
  checkMysqlFile,
  checkVaultFile,
} from './server-checks';
import type { SetupParameters } from './setup-arguments';
import type { SetupCheck, SetupSettings } from './setup-check';
import type { SetupEnvironment } from './setup-environment';
import type { SetupJournal } from './setup-journal';

const defaultDataPort = '9443';

const checks: readonly SetupCheck[] = [
  acceptsLicense,
  checkServerMode,
  checkMandatory,
  checkInstallLocation,
  checkMysqlFile,
  checkVaultFile,
  checkEnvType,
  checkCsIp,
  checkPassphraseFile,
  checkPsIp,
  checkAzureIp,
  checkProxyFile,
  checkDataPort,
];

/**
 * Checks the arguments of an installation in the vendor's order and returns what set-up goes on
 * with, or null when one of them ends it with exit code 2 (vendor source, WS/Program.cs; observed
 * in runs of it). Throws `SetupCrash` for an empty install location.
 */
export function validateInstallation(
  given: SetupParameters,
  environment: SetupEnvironment,
  journal: SetupJournal,
): SetupSettings | null {
  const settings: SetupSettings = {
    serverMode: 'PS',
    installLocation: '',
    envType: '',
    csIp: '',
    passphraseFilePath: '',
    psIp: '',
    azureIp: '',
    proxy: null,
    dataPort: defaultDataPort,
    skipSpaceCheck: false,
    skipPrereqsCheck: false,
    skipTlsCheck: false,
    skipRegistration: false,
  };
  const inputs = { given, environment, journal };
  return checks.every((check) => check(inputs, settings)) ? settings : null;
}
