/*
 * What UnifiedSetup says, word for word as its console and log show it (observed in runs of the
 * vendor's code, odd grammar included). Texts that end in a line feed do so in the log as well.
 */

/** Printed for `/?`, and after most refusals. */
export const usage =
  'Usage:\n' +
  '           UnifiedSetup.exe [/ShowThirdpartyEULA] [/AcceptThirdpartyEULA]' +
  ' [/ServerMode <CS/PS>] [/InstallLocation <Installation Directory>]' +
  ' [/MySQLCredsFilePath <MySQL credentials file path>]' +
  ' [/VaultCredsFilePath <Vault credentials file path>] [/EnvType <VMWare/NonVMWare>]' +
  ' [/PSIP <IP address to be used for data transfer]' +
  ' [/CSIP <IP address of CS to be registered with>]' +
  ' [/PassphraseFilePath <Passphrase file path>]' +
  ' [/ProxySettingsFilePath <Proxy settings file path>]' +
  ' [/DataTransferSecurePort <Port number>] [/SkipSpaceCheck] [/Upgrade]';

/** The beginning of what `/ShowThirdpartyEULA` prints; how to agree and the links are left out. */
export const thirdPartyLicense =
  'Third Party Software License\n\n' +
  'Microsoft grants you no rights for this third party software. You are responsible for and ' +
  'must separately locate, read and accept these third party license terms.';

/** Errors of the argument parser. */
export const parserTexts = {
  alreadySpecified: (token: string) => `Command line parameter ${token} was already specified`,
  valueMissing: (token: string) => `Command line parameter missing - ${token}`,
  invalid: (token: string) => `Invalid command line parameters passed ${token} - ${usage}`,
} as const;

/** Reasons for exit code 2. */
export const refusals = {
  otherSwitchesWithUpgrade:
    'Some other switches are passed to the installer along with /Upgrade switch. Please re-try' +
    ' installation by passing /Upgrade switch alone.',
  nothingToUpgrade:
    'All the Unified Setup components are not installed on this server, but /Upgrade switch is' +
    ' passed. Please re-try installation by passing fresh installation arguments.',
  alreadyInstalled:
    'All the components of Unified Setup are already installed on this server. Pass /Upgrade' +
    ' switch to proceed with upgrade.',
  mandatory: (name: string) =>
    `/${name} is a mandatory argument. Please pass the argument and retry the installation.`,
  missing: (mode: string, names: readonly string[]) =>
    `Following arguments are missing which are mandatory for ${mode} installation: ` +
    names.join(','),
  serverMode: (value: string) => `Invalid ServerMode argument value: ${value}`,
  systemDrive: (location: string) =>
    `Install location(${location}) either be a System Drive or relative path.\n`,
  location: (location: string, spaceWasChecked: boolean) =>
    `Either install location(${location}) does not exist (or) ` +
    (spaceWasChecked ? 'it does not have 600 GB free space (or) ' : '') +
    'install location is not on a fixed drive (or) install location is not on a NTFS drive.\n',
  mysqlFile: (path: string) =>
    `Either MySQL credentials file(${path}) does not exist or it's contents are not valid.\n`,
  mysqlFormat:
    "Please make sure MySQL credentials file passed to the installer exists and it's contents are" +
    ' in the below format.\n[MySQLCredentials]\nMySQLRootPassword = "<Password>"\n' +
    'MySQLUserPassword = "<Password>"',
  vaultFile: (path: string) =>
    `Either vault credentials file(${path}) does not exist or it does not have` +
    ' .VaultCredentials extension.\n',
  envType: (value: string) => `Invalid EnvType argument value: ${value}`,
  vmwareTools:
    'To protect VMware virtual machines you’ll need to install VMware Tools. Work with your' +
    ' VMware vCenter/vSphere Administrator to install VMware tools on this computer before' +
    ' proceeding with the installation.',
  ipAddress: (name: string, value: string) =>
    `${name} passed to the installer(${value}) is not a valid IP address.\n`,
  passphrase: (path: string) =>
    `Passphrase validation has failed. Please ensure that passphrase file(${path}) exists and it` +
    ' has correct passphrase. Also ensure that you are passing correct CSIP value.\n',
  proxyFile: (path: string) =>
    `Either proxy settings file(${path}) does not exist or it's contents are not valid.\n`,
  port: 'Please specify a valid port number between 1 and 65535.',
  dataPort: (value: string) =>
    `DataTransferSecurePort passed to the installer(${value}) is not a valid port.\n`,
  replicationPort: 'Port 443 is used to manage replication operations. Select a different port.\n',
} as const;

/** Said twice when the vault isn't registered with. */
export const skippedVaultFile =
  'Skipping Vault Credentials File Path validation as /SkipRegistration argument is passed to' +
  ' the installer.';

/** Reasons for exit code 203. */
export const upgradeRefusals = {
  same:
    'Upgrade is not supported as the same version of the software is already installed on the' +
    ' server.',
  higher: 'Upgrade is not supported as a higher version of the software is already installed.',
  incomplete: "Previous installation is incomplete. Setup can't proceed ahead with upgrade.",
  tooOld:
    'The version of Azure Site Recovery Unified Setup installed on this computer is very old. You' +
    ' first need to update to an intermediate version of the software before you can apply this' +
    ' update. You can find previous versions of the Unified Setup at' +
    ' https://aka.ms/howtoupdatecs',
} as const;

/** What .NET says when set-up takes the first letter of an empty install location. */
export const emptyLocationCrash = 'Index was outside the bounds of the array.';

/** What makes a proxy settings file invalid by its shape; goes to the log only. */
export const proxyShape = {
  missing: (path: string) =>
    `Proxy Setting File Path(${path}) passed to the installer does not exist.`,
  lineCount: 'Number of lines in proxy settings file are not 6.',
  line: (ordinal: string) => `${ordinal} line is in not in expected format.`,
} as const;

/** What makes a proxy settings file invalid by a value; printed. */
export const proxyValues = {
  authentication: (value: string) => `Invalid ProxyAuthentication value: ${value}\n`,
  emptyAddress: 'ProxyAddress value is empty.\n',
  address: 'Invalid Proxy address. Enter Proxy address in http://<Proxy> format.\n',
  port: (value: string) => `Invalid ProxyPort value: ${value}\n`,
  emptyUser: 'ProxyUserName value is empty.\n',
  emptyPassword: 'ProxyPassword value is empty.\n',
} as const;
