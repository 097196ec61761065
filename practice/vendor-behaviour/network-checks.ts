import { isPort } from './data-port';
import { isIpAddress } from './ip-address';
import { checkPassphrase } from './passphrase-check';
import { readProxyFile } from './proxy-file';
import { type CheckInputs, refuse, type SetupSettings } from './setup-check';
import { findSetupFile } from './setup-environment';
import type { SetupJournal } from './setup-journal';
import { refusals } from './setup-texts';

const replicationPort = '443';

function checkAddress(name: string, value: string, journal: SetupJournal): boolean {
  const isValid = isIpAddress(value);
  const status = isValid ? 'succeeded' : 'failed';
  journal.trace(`IP address(${value}) validation has ${status}.`);
  if (!isValid) return refuse(journal, refusals.ipAddress(name, value));
  // The vendor's log says CSIP for all three addresses.
  journal.trace('Successfully validated CSIP value.');
  return true;
}

export function checkCsIp({ given, journal }: CheckInputs, settings: SetupSettings): boolean {
  if (settings.serverMode === 'CS') return true;
  settings.csIp = given.CSIP ?? '';
  journal.trace(`CSIP was specified as ${settings.csIp}`);
  return checkAddress('CSIP', settings.csIp, journal);
}

export function checkPassphraseFile(
  { given, environment, journal }: CheckInputs,
  settings: SetupSettings,
): boolean {
  if (environment.psExists) {
    journal.trace(
      'Skipping Passphrase File Path Parameter validation as PS already exists on this server.',
    );
    return true;
  }
  if (settings.serverMode === 'CS') return true;
  const path = given.PassphraseFilePath ?? '';
  journal.trace(`PassphraseFilePath was specified as ${path}`);
  if (!checkPassphrase(path, settings.csIp, environment, journal)) {
    return refuse(journal, refusals.passphrase(path));
  }
  journal.trace('Successfully validated PassphraseFilePath value.');
  settings.passphraseFilePath = path;
  return true;
}

export function checkPsIp({ given, journal }: CheckInputs, settings: SetupSettings): boolean {
  settings.psIp = given.PSIP ?? '';
  if (given.PSIP === undefined) {
    journal.trace('PSIP was not specified.');
    return true;
  }
  journal.trace(`PSIP was specified as ${given.PSIP}.`);
  return checkAddress('PSIP', given.PSIP, journal);
}

export function checkAzureIp({ given, journal }: CheckInputs, settings: SetupSettings): boolean {
  if (settings.serverMode === 'PS') return true;
  settings.azureIp = given.AZUREIP ?? '';
  if (given.AZUREIP === undefined) {
    journal.trace('AZUREIP was not specified.');
    return true;
  }
  journal.trace(`AZUREIP was specified as ${given.AZUREIP}.`);
  return checkAddress('AZUREIP', given.AZUREIP, journal);
}

export function checkProxyFile(
  { given, environment, journal }: CheckInputs,
  settings: SetupSettings,
): boolean {
  const path = given.ProxySettingsFilePath;
  if (path === undefined) {
    journal.trace('ProxySettingsFilePath argument is not passed.Setting ProxyType as Bypass.');
    return true;
  }
  journal.trace(`ProxySettingsFilePath was specified as ${path}`);
  const reading = readProxyFile(findSetupFile(environment, path), path);
  journal.trace(...reading.trace);
  for (const message of reading.messages) journal.explain(message);
  if (!reading.valid) return refuse(journal, refusals.proxyFile(path));
  journal.trace(
    'Successfully validated ProxySettingsFilePath value.',
    'Setting ProxyType as Custom.',
  );
  settings.proxy = reading.used;
  return true;
}

export function checkDataPort({ given, journal }: CheckInputs, settings: SetupSettings): boolean {
  const value = given.DataTransferSecurePort;
  if (value === undefined) {
    journal.trace('DataTransferSecurePort was not specified.');
    return true;
  }
  journal.trace(`DataTransferSecurePort was specified as ${value}.`);
  if (!isPort(value)) {
    journal.explain(refusals.port);
    return refuse(journal, refusals.dataPort(value));
  }
  if (value === replicationPort) {
    // A process server silently keeps the default instead.
    return settings.serverMode === 'PS' || refuse(journal, refusals.replicationPort);
  }
  journal.trace('Successfully validated DataTransferSecurePort value.');
  settings.dataPort = value;
  return true;
}
