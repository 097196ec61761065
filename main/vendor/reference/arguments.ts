import type { ArgumentReference } from '../../../contract/reference';
import { text } from '../../../contract/text/arguments';

type Name = keyof typeof text;
type Row = readonly [Name, ArgumentReference['use'], takesValue: boolean, example: string];

const ROWS: readonly Row[] = [
  ['AcceptThirdpartyEULA', 'asked', false, '/AcceptThirdpartyEULA'],
  ['ServerMode', 'always', true, '/ServerMode PS'],
  ['InstallLocation', 'asked', true, '/InstallLocation D:\\ASR'],
  ['EnvType', 'asked', true, '/EnvType VMWare'],
  ['CSIP', 'asked', true, '/CSIP 10.20.30.40'],
  ['PassphraseFilePath', 'always', true, '/PassphraseFilePath C:\\Protected\\Passphrase.txt'],
  ['PSIP', 'asked', true, '/PSIP 10.20.30.50'],
  ['DataTransferSecurePort', 'asked', true, '/DataTransferSecurePort 9443'],
  ['ProxySettingsFilePath', 'asked', true, '/ProxySettingsFilePath C:\\Protected\\Proxy.txt'],
  ['AZUREIP', 'asked', true, '/AZUREIP 10.20.30.60'],
  ['SkipSpaceCheck', 'asked', false, '/SkipSpaceCheck'],
  ['SkipPrereqsCheck', 'asked', false, '/SkipPrereqsCheck'],
  ['SkipTLSCheck', 'asked', false, '/SkipTLSCheck'],
  ['SkipRegistration', 'asked', false, '/SkipRegistration'],
  ['ShowThirdpartyEULA', 'never', false, '/ShowThirdpartyEULA'],
  ['?', 'never', false, '/?'],
  ['Upgrade', 'never', false, '/Upgrade'],
  ['SourceConfigFilePath', 'never', true, '/SourceConfigFilePath C:\\Protected\\Source.json'],
  ['MySQLCredsFilePath', 'never', true, '/MySQLCredsFilePath C:\\Protected\\MySQL.txt'],
  [
    'VaultCredsFilePath',
    'never',
    true,
    '/VaultCredsFilePath C:\\Protected\\Vault.VaultCredentials',
  ],
  ['BypassProxy', 'never', false, '/BypassProxy'],
  ['InstallDrive', 'never', true, '/InstallDrive D:'],
];

/** Arguments that the articles name and the set-up program does not know. */
export const UNKNOWN_TO_SETUP: readonly string[] = ['BypassProxy', 'InstallDrive'];

/**
 * Every argument of set-up, documented or not, in the order in which we pass them on.
 * Source: vendor source, WrapperSetup/CommandlineParameters.cs and Program.cs, runs of it, and the
 * article "Scale-out Process Server installer command-line arguments".
 */
export const argumentReference: readonly ArgumentReference[] = ROWS.map(
  ([name, use, takesValue, example]) => ({ name, use, takesValue, example, ...text[name] }),
);

/** The argument of that name in any case; null when neither set-up nor the articles know it. */
export function findArgument(name: string): ArgumentReference | null {
  const lower = name.toLowerCase();
  return argumentReference.find((row) => row.name.toLowerCase() === lower) ?? null;
}
