/** Words about one argument of set-up. */
interface ArgumentWords {
  documented: string;
  real: string;
  /** null: there is none. */
  byDefault: string | null;
  why: string;
}

const NOT_DOCUMENTED = 'Not documented.';
const DROPS_THE_REST =
  'Set-up does not know it: it writes that into its log, drops the argument and everything after it, and goes on with what came before.';

/** What is written about the arguments of set-up and what they really do, by name. */
export const text = {
  ServerMode: {
    documented: 'Mandatory. CS for a configuration server, PS for a process server.',
    real: 'Mandatory. CS or PS in any case.',
    byDefault: null,
    why: 'Always PS: this program sets up process servers only.',
  },
  InstallLocation: {
    documented:
      'Mandatory. The folder in which the components are installed. The sample uses "D:\\".',
    real: 'Mandatory. A rooted path on an existing fixed NTFS drive with at least 600 GB free. Network paths, relative paths and the bare root of the system drive are refused. A root such as D: or a path that ends with a backslash passes and fails later, a folder with other than ASCII characters too.',
    byDefault: null,
    why: 'We pass a folder without a trailing backslash, because a backslash before a quote swallows the arguments that follow.',
  },
  InstallDrive: {
    documented: 'Stands in the usage line only: the letter of the drive to install on.',
    real: DROPS_THE_REST,
    byDefault: null,
    why: 'InstallLocation does what is meant here.',
  },
  MySQLCredsFilePath: {
    documented: 'Mandatory. A file with the passwords of the database.',
    real: 'Needed for a configuration server only. For a process server it is read from the command line and not used.',
    byDefault: null,
    why: 'A process server has no database of its own.',
  },
  VaultCredsFilePath: {
    documented: 'Mandatory. The registration file of the vault.',
    real: 'Needed for a configuration server only. For a process server it is read from the command line and not used.',
    byDefault: null,
    why: 'A process server registers with its configuration server, not with the vault.',
  },
  EnvType: {
    documented: 'Mandatory. VMware or NonVMware.',
    real: 'Mandatory. VMWare or NonVMWare in any case. With VMWare, set-up wants VMware Tools on this server.',
    byDefault: null,
    why: '',
  },
  PSIP: {
    documented: 'Mandatory. The address of the adapter that carries replication data.',
    real: 'Optional. Only its form is checked: the address of another server is installed without a word.',
    byDefault: 'The first address of the first adapter.',
    why: 'We always pass it and offer only addresses of this server.',
  },
  CSIP: {
    documented: 'Mandatory. The address of the configuration server.',
    real: 'Mandatory for a process server. Strictly an IPv4 address without leading zeros. A host name is refused; 0.x passes and fails later.',
    byDefault: null,
    why: 'Services on a process server can not read a host name here.',
  },
  PassphraseFilePath: {
    documented: 'Mandatory. The full path of the file with the passphrase.',
    real: 'Mandatory for a process server. Set-up copies the file and tests the passphrase against the configuration server on port 443, unless a process server is there already. A byte order mark becomes part of the passphrase, and a blank cuts it.',
    byDefault: null,
    why: 'We write the file in a protected folder from the passphrase you enter, and delete it afterwards.',
  },
  BypassProxy: {
    documented: 'Optional. The configuration server connects without a proxy.',
    real: DROPS_THE_REST,
    byDefault: null,
    why: 'Without ProxySettingsFilePath there is no proxy anyway.',
  },
  ProxySettingsFilePath: {
    documented: 'Optional. A file with the proxy settings, in the form that the article shows.',
    real: 'Optional. Exactly six lines in a fixed order. The form in the article is refused: it has bullets and a blank in ProxyIP.',
    byDefault: 'No proxy.',
    why: 'We write the file in the form that set-up accepts.',
  },
  DataTransferSecurePort: {
    documented: 'Optional. The port for replication data, by default 9433. The sample uses 443.',
    real: 'Optional. 443 passes and is dropped without a word. An empty value passes and fails later.',
    byDefault: '9443 (the 9433 of the documentation is a typing error).',
    why: 'We write plain digits and never 443.',
  },
  SkipSpaceCheck: {
    documented: 'Optional. Skips the check of free space for the cache.',
    real: 'Optional. The 600 GB are not asked for; drive and file system still are.',
    byDefault: 'The check is made.',
    why: '',
  },
  AcceptThirdpartyEULA: {
    documented: 'Mandatory. Accepts the third-party licence terms.',
    real: 'Mandatory for a silent installation.',
    byDefault: null,
    why: 'Passed on only after you accepted the terms here. Pasted text accepts nothing.',
  },
  ShowThirdpartyEULA: {
    documented: 'Optional. Shows the third-party licence terms; all other arguments are ignored.',
    real: 'Prints the terms, installs nothing and ends with exit code 2.',
    byDefault: null,
    why: 'This program shows the terms itself.',
  },
  '?': {
    documented: NOT_DOCUMENTED,
    real: 'Prints the usage line, installs nothing and ends with exit code 2.',
    byDefault: null,
    why: 'It installs nothing.',
  },
  Upgrade: {
    documented: NOT_DOCUMENTED,
    real: 'Upgrades a complete older installation. Beside it only one more argument may stand. Without a complete installation set-up ends with exit code 2, with the same or a higher version there with 203.',
    byDefault: null,
    why: 'An upgrade is no set-up of a new process server.',
  },
  SkipPrereqsCheck: {
    documented: NOT_DOCUMENTED,
    real: 'Leaves out the prerequisite checks of set-up, the one of free space too.',
    byDefault: 'The checks are made.',
    why: '',
  },
  SkipTLSCheck: {
    documented: NOT_DOCUMENTED,
    real: 'Leaves out the check that TLS 1.0 is switched on. Without it, set-up ends with exit code 1 where TLS 1.0 is off.',
    byDefault: 'The check is made.',
    why: '',
  },
  SkipRegistration: {
    documented: NOT_DOCUMENTED,
    real: 'A fresh installation does not register the master target with the configuration server.',
    byDefault: 'The server is registered.',
    why: 'Without registration the process server can not be used yet.',
  },
  AZUREIP: {
    documented: NOT_DOCUMENTED,
    real: 'Takes any value without a check. In runs of a silent installation of a process server it was not handed on to the parts of set-up.',
    byDefault: null,
    why: '',
  },
  SourceConfigFilePath: {
    documented: NOT_DOCUMENTED,
    real: 'Read from the command line and never used.',
    byDefault: null,
    why: 'It has no effect.',
  },
} as const satisfies Readonly<Record<string, ArgumentWords>>;
