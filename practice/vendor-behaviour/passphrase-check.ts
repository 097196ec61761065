import { findSetupFile, type SetupEnvironment } from './setup-environment';
import type { SetupJournal } from './setup-journal';

const attempts = 3;

/** The command set-up has the configuration server confirm a passphrase with. */
export function fingerprintArguments(csIp: string): string {
  return `-i ${csIp} -p 443`;
}

/**
 * Copies the passphrase file to its place and has csgetfingerprint try it, three times before it
 * gives up (vendor source, SF/ValidationHelper.cs). False also when there is no such file.
 */
export function checkPassphrase(
  path: string,
  csIp: string,
  environment: SetupEnvironment,
  journal: SetupJournal,
): boolean {
  if (!findSetupFile(environment, path)) {
    journal.trace(`Connection passphrase file(${path}) passed to the installer does not exist`);
    return false;
  }
  const { passphraseOk } = environment;
  for (let attempt = 1; attempt <= (passphraseOk ? 1 : attempts); attempt += 1) {
    journal.trace(
      `Validating connection passphrase - attempt ${attempt}`,
      `Executing the following command: csgetfingerprint.exe ${fingerprintArguments(csIp)}`,
      `Exit code returned by command: ${passphraseOk ? 0 : -1}`,
      'csgetfingerprint.exe command output.',
      '',
      passphraseOk
        ? 'Successfully validated connection passphrase.'
        : 'Connection passphrase validation has failed.',
    );
  }
  return passphraseOk;
}
