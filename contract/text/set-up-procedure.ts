import { proxyQuestionsText as shared } from './proxy-questions';

/** Words of the set-up procedure: introduction, questions, conditions and steps. */
/** Of a certificate for host names only. */
const NO_NAME = 'nobody by name';

export const text = {
  title: 'Set up a process server',
  verb: 'Install',
  introduction: [
    'Classic Site Recovery left support on 30 March 2026. The service may refuse a new registration, and nobody at Microsoft mends what breaks. Going on makes sense for a failback that still has to be done, for a legacy estate that is being moved, and for replacing a process server that was lost.',
    'This installs a stand-alone process server, registers it with your configuration server and proves that it works: dependencies, process server, master target and Microsoft Azure Recovery Services Agent.',
    'It usually takes about 25 minutes. A restart of Windows may be needed; this program says so and goes on afterwards. Stay signed in, or disconnect: signing out would end set-up half-way.',
    'Have at hand the IPv4 address of the configuration server: on it, in the tool cspsconfigtool or with ipconfig; in the Azure portal under Site Recovery Infrastructure, Configuration Servers.',
    'Have at hand its passphrase: on the configuration server, genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin prints it. Do not make a new one: every machine would lose its connection.',
    'Have at hand the set-up file: the one your configuration server was installed with is the safest. Maintain, "Download a set-up file", leads to it and verifies it.',
    'Differs from the article: the package is unpacked into a protected folder and never into C:\\Temp, because set-up empties that folder; the install folder is a folder, not a drive; a proxy file is written in the one form that set-up really accepts; the port for replication data is never 443.',
  ],
  onImage:
    'This server was made from the image of the Azure gallery: its process server is installed already and there is nothing to set up. Open Maintain, Registration, to register it.',
  sections: {
    setupFile: 'Set-up file',
    configurationServer: 'Configuration server',
    internet: 'Internet settings',
    environment: 'Environment',
    installLocation: 'Install location',
    network: 'Network',
    terms: 'Licence terms',
    prerequisites: 'Switches of set-up',
  },
  findings: {
    keptFile: (version: string) => `Version ${version}, kept and verified by this program`,
    kept: (count: number) => `${count} kept and verified by this program`,
    keptLabel: 'Set-up files',
    keptNone: 'none kept yet',
    drive: (letter: string) => `Drive ${letter}`,
    driveValue: (kind: string, system: string, free: string, whole: string) =>
      `${kind}, ${system}, ${free} free of ${whole}`,
    driveKinds: {
      fixed: 'fixed',
      removable: 'removable: set-up refuses it',
      network: 'network: set-up refuses it',
      optical: 'optical: set-up refuses it',
      other: 'unknown: set-up refuses it',
    },
    driveUnknown: 'no file system',
    driveFits: (value: string) => `${value}: room for the cache`,
    driveSmall: (value: string) => `${value}: less than the 600 GB that set-up wants for the cache`,
    drivePick: (folder: string, free: string) => `${folder} (${free} free)`,
    tools: 'VMware Tools',
    toolsMissing: 'not installed',
    card: (name: string) => `Network card ${name}`,
    dhcp: (address: string) => `${address}, given by DHCP`,
    static: (address: string) => `${address}, static`,
    ports: 'Ports in use on this server',
    systemProxy: 'Proxy of Windows',
    systemProxyNone: 'none',
    installedServer: 'Installed here',
    csInstalled: (address: string) => `parts that belong to ${address}`,
    csNone: 'nothing that names a configuration server',
    unknownSize: 'unknown size',
  },
  questions: {
    setupFile: {
      label: 'Set-up file',
      hint: 'The file you downloaded from the Azure portal, usually MicrosoftAzureSiteRecoveryUnifiedSetup.exe. A copy of it is verified before anything is run.',
    },
    csAddress: {
      label: 'IPv4 address of the configuration server',
      hint: 'Only an address: services on a process server do not read a host name here. Port 443 on it is used.',
    },
    csVersion: {
      label: 'Version of the configuration server',
      hint: 'For example 9.55.6765.1: in the portal on the page of the configuration server, or on it under Control Panel, Programs. Set-up must not be newer. Leave it empty if you can not find it.',
    },
    passphrase: {
      label: 'Passphrase',
      hint: 'On the configuration server: genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin. At least 16 characters, no blanks. It is tested against the configuration server before anything is installed.',
    },
    register: {
      label: 'Register this server at the end',
      hint: 'Without it (/SkipRegistration) everything is installed, but no machine can use this server until cdpcli.exe --registermt has been run.',
    },
    proxyMode: {
      label: 'How this server reaches Azure',
      hint: 'Set-up does not take over a proxy of Windows. Classic Site Recovery supports only proxies addressed with http.',
      direct: 'Directly',
      directHint: 'No proxy between this server and Azure.',
      custom: 'Through a proxy',
      customHint: 'The Microsoft Azure Recovery Services Agent is given this proxy.',
    },
    proxyAddress: shared.address,
    proxyPort: shared.port,
    proxySignIn: {
      label: shared.signInLabel,
      hint: 'Set-up accepts a sign-in, but the service does not support authenticating proxies for replication.',
    },
    proxyUser: shared.user,
    proxyPassword: {
      label: shared.passwordLabel,
      hint: 'Set-up loses an equals sign or a quote in it, and a backslash at its end.',
    },
    environment: {
      label: 'What will this server protect?',
      hint: 'For VMware, set-up wants VMware Tools on this server.',
      vmware: 'VMware virtual machines',
      vmwareHint: 'This server is a VMware virtual machine with VMware Tools.',
      physical: 'Physical servers or other machines',
      physicalHint: 'No VMware Tools are needed.',
    },
    installFolder: {
      label: 'Install folder',
      hint: 'A folder on a fixed NTFS drive with at least 600 GB free for the cache, for example D:\\ASR. No trailing backslash.',
    },
    spaceCheck: {
      label: 'Install with less than 600 GB free',
      hint: 'Set-up then skips its check of free space. Replication is throttled when less than 20 percent is free.',
    },
    dataAddress: {
      label: 'Address for replication data',
      hint: 'The address of this server that protected machines reach.',
    },
    dataPort: {
      label: 'Port for replication data',
      hint: '9443 unless your firewall needs another. Never 443: set-up ignores it without a word.',
    },
    azureAddress: {
      label: 'Address towards Azure',
      hint: 'Not documented (/AZUREIP). In observed runs set-up took it and did nothing with it on a process server. Leave it empty unless support told you to set it.',
    },
    acceptTerms: {
      label: 'I have read these third-party licence terms and accept them',
      hint: 'They come from the package itself (/ShowThirdpartyEULA prints them). Set-up refuses to run without this.',
    },
    skipPrerequisites: {
      label: 'Let set-up skip its own checks',
      hint: '/SkipPrereqsCheck: memory, processors, policies, time and free space are not looked at by set-up. What blocks because of them becomes a warning.',
    },
    skipTls: {
      label: 'Let set-up skip its check of TLS 1.0',
      hint: '/SkipTLSCheck: for servers where TLS 1.0 was switched off on purpose.',
    },
  },
  tests: {
    csAddress: 'Test the connection',
    proxy: 'Test the proxy',
    dataPort: 'Test the port',
    cs: {
      did: (address: string) => `Asked ${address} on port 443 over TLS.`,
      answered: (status: number) => `It answers (HTTP status ${status}).`,
      certificate: (subject: string, date: string) =>
        `Its certificate is that of ${subject || NO_NAME}, valid until ${date}.`,
      expired: (subject: string, date: string) =>
        `Its certificate, that of ${subject || NO_NAME}, has expired: it was valid until ${date}.`,
      expiredNext:
        'Renew the certificate on the configuration server first: RenewCerts.exe in %ProgramData%\\ASR\\home\\svsystems\\bin.',
      noTls: {
        saw: (why: string) => `The port is open, but no answer came over TLS: ${why}`,
        next: 'Check that it is the address of the configuration server, that TLS 1.2 and a cipher both sides know are switched on there, and that no firewall on the way looks into connections.',
      },
      closed: {
        saw: (why: string) => `Nobody listens on the port: ${why}`,
        next: 'Check the address, and that the web server (IIS) of the configuration server runs. A firewall that turns connections away looks the same.',
      },
      silent: {
        saw: (why: string) => `Nothing comes back: ${why}`,
        next: 'Check the address, that the configuration server is on, and that every firewall between both servers lets port 443 through.',
      },
      failed: {
        saw: (why: string) => `It can not be reached: ${why}`,
        next: 'Check the address, and network and firewall of this server.',
      },
    },
    csCameUp: 'The port was closed a moment ago and is open now. Test again.',
    proxyDid: (target: string, proxy: string, who: string) =>
      `Asked for ${target} through ${proxy} ${who}.`,
    directDid: (target: string) => `Asked for ${target} without a proxy.`,
    directFailedNext:
      'Check name resolution and firewall of this server. Where only a proxy leads to Azure, keep one.',
    proxyWho: { none: 'without a sign-in', given: 'with the user you entered' },
    proxyReached: (status: number) => `Azure answered (HTTP status ${status}).`,
    proxyRefused: (status: number, schemes: string) =>
      `The proxy asks for another sign-in (${status}). It offers: ${schemes === '' ? 'nothing it names' : schemes}.`,
    proxyRefusedNext:
      'Check user and password. A proxy that wants a Windows sign-in can not be used by the agent: exempt this server.',
    proxyForbids: (message: string) => `The proxy does not let this request through: ${message}`,
    proxyForbidsNext: 'Have the proxy let the addresses of Azure through for this server.',
    proxyFailed: (message: string) => `Nothing came back: ${message}`,
    proxyFailedNext: 'Check address and port of the proxy, and that its name can be resolved here.',
    proxyContext: (identity: string) =>
      `Tested as ${identity}. The agent itself runs as a service, so a proxy that lets people through by name may still refuse it.`,
    portDid: (port: number) => `Looked at the ports somebody listens on at this server: ${port}.`,
    portFree: 'Nobody listens on it.',
    portOurs: 'The process server that is installed here listens on it.',
    portTaken: 'Somebody listens on it already.',
    portTakenNext: 'Choose another port, or stop the program that listens there.',
    invalid: 'The answer is not good yet, so there is nothing to try.',
    endless: 'The servers pass the request on from one to the next without end.',
    secretMissing: 'Enter the password first: an empty one would count as a failed sign-in.',
  },
  wrong: {
    required: 'Enter a value.',
    setupFile: 'Choose the set-up file.',
    setupFileMissing: (path: string) => `Couldn't find ${path} on this server.`,
    setupFileForeign: 'This is no program file. The set-up file ends in .exe.',
    setupFileEmpty: 'This file is empty: the download was not finished.',
    ipv4: 'Enter an IPv4 address such as 10.20.30.40: four numbers from 0 to 255.',
    ipv4Zeros: 'Leave out leading zeros: set-up refuses them.',
    ipv4HostName:
      'Enter the IPv4 address, not a name: set-up and the services of a process server read only an address here.',
    ipv6: 'Enter the IPv4 address: classic Site Recovery knows no IPv6.',
    ipv4Unusable: 'This address can not belong to another server.',
    version: 'Enter a version such as 9.55 or 9.55.6765.1, or leave it empty.',
    proxyAddress:
      'Enter the address in the form http://proxy.contoso.com, without a path or blanks.',
    proxyNoScheme: 'Put http:// before it: set-up refuses an address without it.',
    proxyUpperCase: 'Write http:// in lower case: set-up refuses HTTP://.',
    proxyHttps: 'Classic Site Recovery supports no proxy that is itself addressed with https.',
    proxyPortInside: 'Leave out the port here: it has its own field.',
    proxyMangled: 'Set-up can not read a quote or an equals sign in this value.',
    proxyBlanks: 'Blanks at the beginning or end, and line breaks, get lost here.',
    proxyBackslash: 'A backslash at the end arrives as a quote. Use another value.',
    proxyNotAscii: 'Use plain ASCII characters only: others get lost on the way.',
    portEmpty: 'Enter a port: set-up lets an empty one pass and fails at its very end.',
    port: 'Enter a port from 1 to 65535 in plain digits.',
    portOne: 'Enter a port from 2 to 65535: the installer of the process server refuses 1.',
    port443:
      'Port 443 is kept for the configuration server: set-up would ignore it without a word. Use 9443 or another port.',
    passphraseLength: 'A passphrase has at least 16 characters.',
    passphraseBlanks: 'A passphrase has no blanks: the vendor tools would cut it there.',
    passphraseMark:
      'An invisible byte order mark stands before it: it would become part of the passphrase. Type it instead of pasting.',
    passphraseAscii: 'Use plain ASCII characters only.',
    passphraseSigns: 'A passphrase with = or ; gets lost in the vendor tools.',
    folderForm: 'Enter a folder such as D:\\ASR: a drive letter, a backslash and a name.',
    folderNetwork: 'Choose a folder on a drive of this server: set-up refuses network paths.',
    folderRelative:
      'Begin with a drive letter and a backslash, such as D:\\ASR: a relative folder would end up somewhere else.',
    folderRoot:
      'Choose a folder on the drive, such as D:\\ASR: the bare drive breaks the command line of set-up.',
    folderBackslash: 'Leave out the trailing backslash: it would break the command line of set-up.',
    folderNotAscii:
      "Use plain ASCII characters only: set-up lets others pass, then the agent's installer ends with 10.",
    folderCharacters:
      'Use letters, digits, blanks, dots, hyphens, brackets and underscores, and begin and end no name with a blank or a dot.',
    folderLong: 'Choose a shorter folder: at most 120 characters, or parts of set-up fail.',
    folderSystem: 'Choose a folder outside of Windows and Program Files.',
    folderTemp: 'Set-up empties C:\\Temp. Choose another folder.',
    drive: (letter: string) => `There is no fixed NTFS drive ${letter} on this server.`,
    dataAddress: 'Choose one of the addresses of this server.',
    azureAddress: 'Enter one of the addresses of this server, or leave it empty.',
    terms: 'Accept the terms to go on.',
    choice: 'Choose one of the answers.',
  },
} as const;
