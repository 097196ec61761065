import { asciiUpper } from './dotnet-text';
import { type CheckInputs, refuse, refuseWithUsage, type SetupSettings } from './setup-check';
import { refusals, skippedVaultFile, thirdPartyLicense, usage } from './setup-texts';

export function acceptsLicense({ given, journal }: CheckInputs, settings: SetupSettings): boolean {
  if (given.Help) return refuse(journal, usage);
  if (given.ShowThirdpartyEULA) return refuse(journal, thirdPartyLicense);
  if (!given.AcceptThirdpartyEULA) {
    return refuseWithUsage(journal, refusals.mandatory('AcceptThirdpartyEULA'));
  }
  for (const name of [
    'SkipSpaceCheck',
    'SkipPrereqsCheck',
    'SkipRegistration',
    'SkipTLSCheck',
  ] as const) {
    if (given[name]) journal.trace(`/${name} argument is passed to the installer.`);
  }
  settings.skipSpaceCheck = given.SkipSpaceCheck !== undefined;
  settings.skipPrereqsCheck = given.SkipPrereqsCheck !== undefined;
  settings.skipRegistration = given.SkipRegistration !== undefined;
  settings.skipTlsCheck = given.SkipTLSCheck !== undefined;
  return true;
}

export function checkServerMode({ given, journal }: CheckInputs, settings: SetupSettings): boolean {
  const value = given.ServerMode;
  if (value === undefined) return refuseWithUsage(journal, refusals.mandatory('ServerMode'));
  journal.trace(`ServerMode was specified as ${value}`);
  const mode = asciiUpper(value);
  if (mode !== 'CS' && mode !== 'PS') return refuseWithUsage(journal, refusals.serverMode(value));
  journal.trace('Successfully validated ServerMode argument value.');
  settings.serverMode = mode;
  return true;
}

export function checkMandatory({ given, journal }: CheckInputs, settings: SetupSettings): boolean {
  const { serverMode, skipRegistration } = settings;
  if (skipRegistration) journal.trace(skippedVaultFile);
  const mandatory =
    serverMode === 'PS'
      ? (['InstallLocation', 'EnvType', 'CSIP', 'PassphraseFilePath'] as const)
      : (['InstallLocation', 'MySQLCredsFilePath', 'VaultCredsFilePath', 'EnvType'] as const);
  const missing = mandatory.filter(
    (name) => given[name] === undefined && !(name === 'VaultCredsFilePath' && skipRegistration),
  );
  if (missing.length > 0) {
    return refuseWithUsage(journal, refusals.missing(serverMode, missing));
  }
  const shown = serverMode === 'PS' ? 'PS' : 'CS+PS';
  journal.trace(`All mandatory arguments that are required for ${shown} installation are passed.`);
  return true;
}
