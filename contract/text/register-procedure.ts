/** Fields of the vendor's window, in its own words. */
const fields = {
  address: 'Configuration server FQDN or IP',
  port: 'Port',
  passphrase: 'Connection Passphrase',
  dataPort: 'Data Transfer Port',
} as const;

/** Words of the procedure that registers a process server with its configuration server. */
export const text = {
  title: 'Registration',
  verbs: { again: 'Register again', change: 'Change and register', first: 'Register' },
  introduction: [
    'This registers the process server again: with nothing changed, or with another configuration server, passphrase or data port. The passphrase is tested first; nothing is changed while it is not accepted.',
    'Configuration server, passphrase and data port can only be changed in a window of the vendor, cspsconfigtool.exe. You are led through it with each value ready to copy; the passphrase you type there yourself. That window stops the services and starts them again.',
    'Then cdpcli.exe --registermt fetches the certificate, the Microsoft Azure Recovery Services Agent is restarted, and all of it is proven.',
    'For such a change have the passphrase at hand: on the configuration server, genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin prints it. Do not make a new one: every machine would lose its connection.',
    'Usually 3 minutes, with such a change 5 to 10. It can be cancelled between steps; while that window is open, by closing it.',
    'Differs from the article: an IPv4 address, because the services read no host name; the data port is checked, because the window takes any text; cdpcli.exe is judged by exit code and certificate, because it says "Registration suceeded." also when it failed.',
  ],
  introductionImage: [
    'This server was made from the image of the Azure gallery. It has no master target and no agent, so nothing is fetched by cdpcli.exe and no obengine is restarted: it belongs to a configuration server once cspsconfigtool.exe has saved.',
    'Have at hand the address of the configuration server, as this network reaches it, and its passphrase: there, genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin prints it.',
    'On such a server cspsconfigtool.exe may have opened by itself at sign-in: close it first, another one is opened for you.',
    'The passphrase is tested first. Then you are led through the window with each value ready to copy; the passphrase you type there yourself. What it saved is seen by itself, and services and data port are proven.',
    'Usually 5 minutes. It can be cancelled between steps; while that window is open, by closing it.',
    'Differs from the article: the configuration server is an IPv4 address, because services of a process server do not read a host name; the data port is checked here, because the window takes any text.',
  ],
  sections: { task: 'What to do', connection: 'Configuration server' },
  findings: {
    server: 'Configuration server now',
    dataPort: 'Data port now',
    registration: 'Registration',
    none: 'none',
    byDesign: 'not kept on a server from the Azure gallery',
    until: (date: string) => `certificate valid until ${date}`,
    address: (address: string, port: string) => `${address}, port ${port}`,
  },
  fields,
  questions: {
    action: {
      label: 'What is to be done?',
      hint: 'Both end with a new registration that is proven.',
      again: 'Register again, nothing changed',
      againHint:
        'Same configuration server, passphrase and data port: the certificate is fetched anew and the agent restarted.',
      change: 'Change the connection',
      changeHint:
        'Another configuration server, a new passphrase or another data port, entered in a window of the vendor.',
    },
    csAddress: {
      label: 'IPv4 address of the configuration server',
      hint: 'Only an address: services on a process server do not read a host name here. Port 443 on it is used.',
    },
    passphrase: {
      label: 'Passphrase',
      hint: 'On the configuration server: genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin. It is only tested here; you type it once more into that window of the vendor.',
    },
    dataPort: {
      label: 'Port for replication data',
      hint: '9443 unless your firewall needs another. The window of the vendor takes any text, and with a wrong one nothing listens.',
    },
  },
  wrong: {
    imageHasNone:
      'This server has no master target: there is nothing to fetch. Change the connection.',
    notAnAddress: (now: string) =>
      `This server knows its configuration server as ${now}, which is no IPv4 address: its services do not read that. Choose to change the connection and enter the address.`,
    noAddress: 'This server knows no configuration server yet. Choose to change the connection.',
  },
  conditions: {
    processServer: {
      title: 'A process server is installed',
      needed: 'installed',
      missing: 'not installed, or not whole',
      why: 'Without it there is nothing to register.',
      mend: 'Set up a process server first. Where one is half there: Maintain, Half-installed server.',
    },
    alone: {
      title: 'The configuration server is another server',
      needed: 'another server',
      here: 'it is on this server',
      why: 'A configuration server registers with a vault, not with itself; its window is another one.',
      mend: 'Register it in its own window (cspsconfigtool.exe, Vault Registration).',
    },
    parts: {
      title: 'Master target and agent are installed',
      needed: 'installed',
      missing: 'not all there',
      why: 'cdpcli.exe comes with the master target, and what it fetches is for the agent.',
      mend: 'Finish set-up first: Maintain, Half-installed server, tells the way out.',
    },
    dataPort: {
      title: (port: string) => `Port ${port} is free`,
      needed: 'free, or used by this process server',
      taken: 'somebody else listens on it',
      why: 'Two programs can not listen on one port, and the window of the vendor does not look.',
      mend: 'Choose another port, or stop the program that listens there.',
    },
    screen: {
      title: 'Somebody sees the window of the vendor',
      needed: 'this session has a screen',
      missing: 'this program runs in session 0, which has no screen',
      why: 'The connection is entered in a window. Remote PowerShell, SSH and tasks run where nobody sees it, and it would wait for ever.',
      mend: 'Sign in to the server, at its console or by Remote Desktop, and do it there.',
    },
    enabled: {
      title: 'No service is disabled',
      needed: 'none is disabled',
      disabled: (names: string) => `disabled: ${names}`,
      why: 'A disabled service can not be started again after the registration.',
      mend: 'Set start types right first: Maintain, Services.',
    },
    otherServer: {
      title: 'The configuration server stays the same',
      needed: 'the same',
      other: (now: string, then: string) => `from ${now} to ${then}`,
      why: 'Machines that send to this server belong to the old configuration server: they lose their process server.',
      mend: 'Move them to another process server first, if there are any, and remove this one from the list of the old configuration server afterwards.',
    },
  },
  steps: {
    test: {
      title: 'Test the passphrase against the configuration server',
      reason:
        'While it is not accepted nothing is changed. The window of the vendor stops the services before it asks, and leaves them stopped.',
    },
    putBack: {
      title: 'Put the kept passphrase back',
      reason: 'It was only a test: the window of the vendor writes the new one itself.',
    },
    configure: {
      title: 'Enter the connection in the window of cspsconfigtool.exe',
      reason:
        'Only this window changes it. Enter these values, type the passphrase yourself, then Save. It stops the services, asks the configuration server and starts them again.',
    },
    asked: {
      title: 'Ask the configuration server whether it takes the kept passphrase',
      reason:
        'The window says that all was updated even for a passphrase that it did not keep, so what lies on this server is what counts.',
    },
    askedAgain: {
      title: 'Ask the configuration server whether it takes the kept passphrase',
      reason:
        'With the kept passphrase the certificate is imported. While the configuration server does not accept it, nothing is changed.',
    },
    dataPort: {
      title: 'Prove the data port',
      reason: 'Machines send their data there. It answers 400 to a request that is no upload.',
    },
    prove: {
      title: 'Prove services and registration',
      reason: 'Looked at once more when all is done, because a service can end again.',
    },
    proveServices: {
      title: 'Prove the services',
      reason: 'Looked at once more when all is done, because a service can end again.',
    },
  },
  hints: {
    address: 'An address, not a name.',
    port: 'As it is.',
    passphrase: 'Type it yourself: it is never shown or put on the clipboard here.',
    dataPort: 'Digits only. The window does not check it.',
  },
  checks: {
    address: 'amethyst.conf has the configuration server (PS_CS_IP)',
    port: 'amethyst.conf has its port (PS_CS_PORT)',
    database: 'amethyst.conf has it as DB_HOST too',
    push: 'pushinstaller.conf has the configuration server (Hostname)',
    dataPort: 'cxps.conf has the data port (ssl_port)',
    agent: 'The registry has the configuration server (ServerName)',
    runs: (name: string) => `${name} runs`,
    answers: (port: number) => `Port ${port} answers`,
  },
  undo: {
    configure: 'what was there before is in the backup: Maintain, Backups',
    putBack: 'it is as it was',
    prove: 'nothing is changed by looking',
  },
  notes: {
    found: (address: string, dataPort: string, registration: string) =>
      `As found: configuration server ${address}, data port ${dataPort}, registration ${registration}.`,
    writes:
      'cspsconfigtool.exe writes PS_CS_IP, DB_HOST and PS_CS_PORT in amethyst.conf, Hostname and Port in pushinstaller.conf, ssl_port in cxps.conf and connection.passphrase; with a master target also drscout.conf and SV Systems in the registry.',
    screen:
      'The window opens on the screen of whoever runs this program: stay signed in to the server until it is saved.',
    stops: 'While it saves, services are stopped: machines wait with their data.',
    firewall: (port: string) =>
      `Machines send to the port they were told of: let port ${port} through every firewall on the way.`,
    secret:
      'For the test the passphrase is placed for a moment; what was there before is put back at once.',
  },
  afterwards: {
    heartbeat:
      'No file on this server says that a heartbeat arrived. By {time}, 15 minutes from the end, the portal has to show a fresh one: vault, Site Recovery infrastructure, Configuration servers, this process server. "Refresh Server" there shows it sooner.',
    refused:
      'When it does not: tmansvc and ProcessServer run here and the configuration server took the passphrase, so look at its own services and at port 443 on the way.',
    image:
      'Open the data port in the network security group of this virtual machine for the machines that fail back.',
    oldServer: (address: string) =>
      `The old configuration server ${address} still lists this process server, without heartbeat. Remove it there: Maintain, "Purge a disconnected process server".`,
  },
  toolFailed: {
    what: "Couldn't save in cspsconfigtool.exe.",
    meaning:
      'It ended with an error: a service could not be stopped, or the configuration server did not take the passphrase. Then services that it stopped stay stopped, and some of the settings may be written.',
    next: 'Retry: the window opens again. Check the address and type the passphrase anew; when a service does not stop, stop it under Maintain, Services.',
  },
};
