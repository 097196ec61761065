import { text as arguments_ } from './arguments';

/** Words of the explanation of pasted command lines. */
export const text = {
  unknown: 'This program does not know this line. Nothing was taken from it.',
  comment: 'A remark. It starts nothing.',
  mySqlFile:
    'Part of the file with the passwords of the database. Only a configuration server has a database: a process server does not need this file.',
  names: {
    unknown:
      'The set-up program does not know this argument: it drops it and everything after it, and goes on with what came before. Left out.',
    stray:
      'This stands where an argument is expected. The set-up program drops it and everything after it. Left out.',
    valueOfUnknown: 'Belongs to the argument before it. Left out.',
    twice:
      'This argument stands here a second time. The set-up program drops it and everything after it. The first one counts.',
    valueOfSecond: 'Belongs to the repeated argument. Left out.',
    valueMissing:
      'The value is missing, or begins with / or -, which counts as missing. The set-up program drops this argument and everything after it.',
    joined:
      'The set-up program does not know a name and a value joined by a colon or an equals sign: it drops them and everything after them. A blank has to stand between them.',
    oddlyTyped:
      'A typographic quote, dash or blank stands here, as articles and mail programs write it. Windows does not take it for a plain one.',
    terms:
      'Accepts the third-party licence terms. Pasted text accepts nothing: you are asked for it yourself.',
    received: (value: string) =>
      `The backslash before the closing quote escapes it, so that the arguments that follow become part of this value. What set-up really receives: ${value}`,
    lost: (where: string) => `The real set-up would not see this, because of ${where} before it.`,
  },
  program: {
    inTemp: 'Set-up empties C:\\Temp while it runs.',
    blanks: 'A path with blanks needs quotes: without them Windows ends it at the first blank.',
    starter: 'Belongs to the console, not to set-up.',
  },
  setUp: {
    program: 'The set-up program.',
    meaning: 'Starts set-up without its window.',
    good: 'Starts set-up without its window. Everything on this line is good.',
    window: 'Opens the window of set-up. Nothing can be taken from it.',
    noInstallation:
      'Does not install a process server. An upgrade, the licence terms and the usage text are not part of setting up.',
    configurationServer:
      'Sets up a configuration server. This program sets up process servers only, so nothing was taken from this line.',
    missing: (names: string) =>
      `Mandatory arguments are missing: ${names}. The real set-up would end with exit code 2.`,
    termsMissing:
      'AcceptThirdpartyEULA is missing: the real set-up would end with exit code 2. This program asks you to accept the terms.',
    terms: 'The third-party licence terms are not accepted by pasted text. Accept them yourself.',
    programMissing: 'The line begins with an argument. UNIFIEDSETUP.EXE was put before it.',
    toEnter: {
      InstallLocation: '<install folder>',
      EnvType: '<VMWare or NonVMWare>',
      CSIP: '<IPv4 address of the configuration server>',
      PassphraseFilePath: '<path of the passphrase file>',
    },
  },
  values: {
    placeholder: 'Only says what belongs here. Enter the real value.',
    noEffect: arguments_.SourceConfigFilePath.why,
    processServer: 'A process server.',
    configurationServer: 'A configuration server. This program sets up process servers only.',
    serverMode: 'Set-up takes only CS and PS. This program always uses PS.',
    vmware: 'For VMware virtual machines. VMware Tools have to be installed on this server.',
    physical: 'For physical servers and other machines.',
    environment: 'Set-up takes only VMWare and NonVMWare, in any case.',
    csAddress: 'The configuration server. Port 443 on it is used.',
    dataAddress: 'The address of this server for replication data. It has to be one of its own.',
    azureAddress: 'Set-up takes it without a check.',
    addressOnly: 'Only the address itself may stand here.',
    hostName:
      'Set-up takes only an IPv4 address here, without leading zeros. A host name is refused.',
    notAnAddress: 'This is no IPv4 address. Leading zeros are refused too.',
    unusableAddress:
      'This address can not belong to a server on a network. Set-up would take it and fail later.',
    pathEmpty: 'No file is named here.',
    passphraseFile:
      'The path only. This program does not read that file: it writes its own in a protected folder from the passphrase you enter.',
    passphraseItself:
      'This is no path: the passphrase itself seems to stand here. Set-up wants the path of a file.',
    proxyFile:
      'The path only. This program writes its own proxy file: paste the content of that file too, or enter the proxy.',
    configurationServerFile:
      'Only a configuration server needs this file. Set-up of a process server does not use it.',
    folderGood: 'The install folder.',
    folder: {
      empty: 'No folder is named here. Set-up would end with exit code 1.',
      network: 'A network path. Set-up wants a fixed drive of this server.',
      variable: 'Holds a variable that only a console replaces. Write the folder out.',
      relative: 'Not a whole path. Set-up wants one that begins with a drive, for example D:\\ASR.',
      notAscii:
        'Holds other than ASCII characters. Set-up would take it, and the installer of the agent would fail.',
      characters:
        'Holds characters that this program does not pass on, because parts of set-up fail with them.',
      long: 'Longer than 120 characters: paths below it would get too long for parts of set-up.',
      temp: 'Lies in C:\\Temp, which set-up empties.',
      system: 'A folder of Windows, of its programs or of this program. Choose another one.',
      root: 'The root of a drive. Set-up refuses it or fails with it later: a folder is needed.',
      driveRelative:
        'Without a backslash after the colon this means the current folder of the drive.',
      trailing:
        'A backslash at the end breaks the command line of set-up, or of a program that it starts.',
      written: 'Written as Windows writes it.',
    },
    portGood: 'The port for replication data.',
    portEmpty:
      'An empty port passes the check of set-up and fails later. 9443 is what set-up uses by default.',
    port443:
      'On a process server set-up drops port 443 without a word and uses 9443. Port 443 is kept for the configuration server.',
    port9433:
      'The documentation names 9433 as the default: a typing error for 9443. If you really mean 9433, enter it yourself.',
    portDigits: 'A port in plain digits.',
    port: 'This is no port that set-up can use. Ports go from 2 to 65535 here.',
  },
  usage: {
    meaning: 'A pattern that shows which arguments there are. It can not be run.',
    remark:
      'The usage line of the articles names arguments that set-up does not know and leaves out some that it needs. No answers were taken from it.',
  },
  unpack: {
    program: 'The set-up file. It unpacks itself.',
    meaning: 'Unpacks the set-up file into a folder. This program does that itself.',
    quiet: 'Without a window.',
    target: 'The folder to unpack into.',
    colon: 'A colon has to follow /x directly; the articles leave it out.',
    inTemp: 'Set-up empties C:\\Temp, and its own files with it.',
    folder: 'A whole path has to stand here.',
    otherOption: 'The set-up file does not unpack with this. Left out.',
    notQuiet: 'Without /q the set-up file asks for a folder in a window.',
    temp: 'The articles unpack into C:\\Temp. Set-up empties that folder while it still needs its files there, so another folder is used.',
  },
  changeFolder: {
    meaning: 'Changes the current folder.',
    temp: 'Changes to the folder that was unpacked into. It must not lie in C:\\Temp.',
  },
  proxyFile: {
    meaning: 'Part of a proxy file. Set-up reads exactly six lines in a fixed order.',
    heading: 'The heading of the file.',
    form: 'Set-up reads the line only in this form: the plain name, an equals sign and the value in straight quotes, with nothing before or after.',
    twice: 'Stands here a second time. The first one counts; set-up would refuse the file.',
    keys: {
      ProxyAuthentication: 'Whether the proxy asks for a user and a password: Yes or No.',
      ProxyIP: 'The address of the proxy.',
      ProxyPort: 'The port of the proxy.',
      ProxyUserName: 'The user for the proxy.',
      ProxyPassword: 'The password for the proxy.',
    },
    values: {
      placeholder: 'Only says what belongs here. Enter the real value.',
      signIn: 'Only Yes or No, written just so, is accepted.',
      signInYes: 'The proxy asks for a user and a password.',
      signInNo: 'The proxy asks for nothing. User and password are ignored.',
      address: 'This is no address of a proxy that set-up can use.',
      addressGood: 'The address of the proxy.',
      addressForm: 'Has to begin with http:// in lower case and ends with the name.',
      https: 'The service does not support proxies that are addressed with https.',
      portInAddress: 'Port and address go into lines of their own, and http:// comes first.',
      portGood: 'The port of the proxy.',
      portDigits: 'A port in plain digits.',
      portEmpty:
        'An empty port passes the check of set-up, which then fails at its very end with exit code 115.',
      port: 'This is no port.',
      user: 'The user for the proxy.',
      userNone: 'No user.',
      mangled:
        'Set-up can not read a quote, an equals sign, a backslash at the end or other than ASCII characters here.',
      blanks: 'Blanks at the beginning and end get lost here.',
      ignoredWithNo: 'Ignored, because the proxy asks for nothing.',
      password: 'Hidden. Enter the password in its own field.',
      passwordNone: 'No password.',
      passwordMangled:
        'Hidden. It holds a quote, an equals sign, a backslash or blank at an end or other than ASCII characters, which set-up loses without a word. Use another password.',
    },
    missing: (names: string) => `The proxy file lacks ${names}: set-up would refuse it.`,
    order: 'The lines of the proxy file are not in the order that set-up insists on.',
    signInRemark:
      'Set-up accepts a user and a password for the proxy, but the service does not support authenticating proxies for replication.',
    toEnter: { address: 'http://<proxy>', port: '<port>', user: '<user>' },
  },
  cmdlets: {
    secureString:
      'Makes a protected password for the proxy of the agent. Belongs to changing the proxy, not to set-up.',
    automatic:
      'PowerShell itself keeps the current folder in $pwd and overwrites it. Use another name.',
    variable: 'Holds the protected password.',
    plainText: 'Takes the password as plain text.',
    plainTextMissing:
      'Fails as it stands: a plain text needs -AsPlainText and -Force. Read-Host -AsSecureString keeps the password out of the history.',
    machineSetting:
      'Sets the proxy of the Microsoft Azure Recovery Services Agent. Belongs to changing the proxy, not to set-up.',
    parameter: 'A parameter of Set-OBMachineSetting.',
    value: 'Its value.',
    passwordPlain: 'Hidden. Set-OBMachineSetting takes a protected password only, no plain text.',
  },
  other: {
    register:
      'Registers this server with the configuration server again. Run it as administrator in %ProgramData%\\ASR\\Agent. Only exit code 0 counts: it says that it succeeded after some failures too.',
    cdpcli: 'The tool that registers this server. It takes --registermt first and alone.',
    restartAgent:
      'Stops or starts the Microsoft Azure Recovery Services Agent, so that a new registration or proxy counts.',
    service: 'Stops or starts a service. Set-up does not need it.',
    showAgent: 'Shows the settings of the Microsoft Azure Recovery Services Agent.',
    passphraseN:
      'Prints the passphrase on the configuration server. With -n it ends with an exit code that looks like a failure; -v prints it too and ends with 0.',
    passphraseNew:
      'Makes a new passphrase on the configuration server. All servers that are registered there then need the new one. To read the passphrase use genpassphrase.exe -v.',
    passphrase:
      'The passphrase tool of the configuration server. genpassphrase.exe -v prints the passphrase.',
    fingerprintW:
      'Fetches the certificate of the configuration server. With -w the passphrase stands on the command line, where other users of this server can read it.',
    fingerprint:
      'Fetches the certificate of the configuration server. With -v it only tests the passphrase.',
    cxpsclient:
      'Tests the data port of a process server. Belongs to finding faults, not to set-up.',
    telnet: 'Tests whether a port can be reached. Belongs to finding faults, not to set-up.',
    configurationTool:
      'Opens the window that binds this server to a configuration server. Belongs to registering again, not to set-up.',
    unregister:
      'Removes a lost server on the configuration server. Only for a server that can not be revived.',
    setMarsProxy:
      'Sets the proxy of the Microsoft Azure Recovery Services Agent. The password stands on the command line, where other users of this server can read it.',
    shell: 'Opens or closes a console.',
  },
  remarks: {
    nothingKnown:
      "Couldn't find a command line of set-up or a proxy file in this text. Paste the line that begins with UNIFIEDSETUP.EXE.",
    severalSetUpLines: 'More than one line for set-up stands here. What was read first counts.',
    joined:
      'A line began with an argument and was joined to the line before it. A console would run it on its own.',
    cut: 'The text is too long. What lies behind 400 lines, or behind 8192 characters of a line, was left out.',
    secrets:
      'Passwords and passphrases are never taken from pasted text. Enter them in their own fields.',
  },
} as const;
