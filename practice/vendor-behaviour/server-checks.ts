import { isMysqlFile, isVaultFileName } from './credential-files';
import { asciiUpper } from './dotnet-text';
import { isNonSystemDrive, isUsableLocation } from './install-location';
import { type CheckInputs, refuse, refuseWithUsage, type SetupSettings } from './setup-check';
import { findSetupFile } from './setup-environment';
import { refusals, skippedVaultFile } from './setup-texts';

export function checkInstallLocation(
  { given, environment, journal }: CheckInputs,
  settings: SetupSettings,
): boolean {
  const location = given.InstallLocation ?? '';
  journal.trace(`InstallLocation was specified as ${location}`);
  if (!isNonSystemDrive(location)) return refuse(journal, refusals.systemDrive(location));
  journal.trace('Installation drive validation against system drive has succeeded.');
  const needsSpace = !settings.skipSpaceCheck && !settings.skipPrereqsCheck;
  if (!isUsableLocation(location, needsSpace, environment, journal)) {
    return refuse(journal, refusals.location(location, needsSpace));
  }
  journal.trace('Successfully validated InstallLocation argument value.');
  settings.installLocation = location;
  return true;
}

export function checkMysqlFile(
  { given, environment, journal }: CheckInputs,
  settings: SetupSettings,
): boolean {
  if (settings.serverMode === 'PS') return true;
  const path = given.MySQLCredsFilePath ?? '';
  journal.trace(`MySQLCredsFilePath was specified as ${path}`);
  if (!isMysqlFile(findSetupFile(environment, path))) {
    journal.explain(refusals.mysqlFile(path));
    return refuse(journal, refusals.mysqlFormat);
  }
  journal.trace("Successfully validated MySQL credentials file and it's contents.");
  return true;
}

export function checkVaultFile(
  { given, environment, journal }: CheckInputs,
  settings: SetupSettings,
): boolean {
  if (settings.skipRegistration) {
    journal.trace(skippedVaultFile);
    return true;
  }
  if (settings.serverMode === 'PS') return true;
  const path = given.VaultCredsFilePath ?? '';
  journal.trace(`VaultCredsFilePath was specified as ${path}`);
  if (!findSetupFile(environment, path) || !isVaultFileName(path)) {
    return refuse(journal, refusals.vaultFile(path));
  }
  journal.trace('Successfully validated VaultCredsFilePath value.');
  return true;
}

export function checkEnvType(
  { given, environment, journal }: CheckInputs,
  settings: SetupSettings,
): boolean {
  const value = given.EnvType ?? '';
  journal.trace(`EnvType was specified as ${value}`);
  const type = asciiUpper(value);
  if (type !== 'VMWARE' && type !== 'NONVMWARE') {
    return refuseWithUsage(journal, refusals.envType(value));
  }
  if (type === 'NONVMWARE') {
    journal.trace('Successfully validated EnvType value.');
    settings.envType = 'NonVMWare';
    return true;
  }
  journal.trace('Checking for VMware Tools.');
  return environment.vmwareTools || refuse(journal, refusals.vmwareTools);
}
