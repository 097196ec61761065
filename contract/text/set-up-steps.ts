/** Words of the steps of set-up and of its preparation. */
export const stepsText = {
  prepare: {
    title: 'Prepare the set-up file and test the passphrase',
    verb: 'Prepare and test',
    notes: [
      'Nothing is installed. The set-up file is copied into a folder that only SYSTEM and Administrators can open; only this copy is ever run.',
      'The passphrase is placed where the vendor tool reads it, and what was there before is put back in every ending.',
    ],
    ownFolder: {
      title: 'Make the folder of this program',
      reason: 'Work files must be out of reach of other users.',
    },
    packageFolder: {
      title: 'Make the folder of the package',
      reason: 'What is verified must not be changed afterwards by anybody else.',
    },
    copy: {
      title: 'Copy the set-up file',
      reason: 'Only a copy in our own folder is verified and run.',
    },
    verify: { title: 'Verify the copy', reason: 'Microsoft must have signed exactly these bytes.' },
    unpack: {
      title: 'Unpack the package',
      reason: 'Set-up starts its parts from its own folder, so all of them have to lie there.',
    },
    origin: {
      title: 'Note where the set-up file came from',
      reason: 'So that it can be told later which of several files this one is.',
    },
    terms: {
      title: 'Read the third-party licence terms',
      reason:
        'Set-up installs software of others only when their terms are accepted, so they are shown first. Set-up starts its log anew for this.',
    },
    record: {
      title: 'Keep what was unpacked',
      reason: 'A half-unpacked or changed package is told from a whole one.',
    },
    vendorFolder: {
      title: 'Make the data folder of Site Recovery',
      reason: 'The vendor tool reads the passphrase below it.',
    },
    privateFolder: {
      title: 'Make the private folder of Site Recovery',
      reason: 'The passphrase lies in it for the test.',
    },
    place: {
      title: 'Place the passphrase for the test',
      reason:
        'The vendor tool reads it from this file. On a command line it would be visible to others.',
    },
    test: {
      title: 'Test the passphrase against the configuration server',
      reason: 'A wrong passphrase would stop set-up half-way.',
    },
  },
  install: {
    notes: {
      restart:
        'If set-up asks for a restart, this program registers itself to go on at your next sign-in and removes that entry afterwards.',
      secrets:
        'The passphrase file and the proxy file lie in a folder that only SYSTEM and Administrators can open, and are deleted in every ending.',
      noCancel:
        'Once set-up has begun it can not be cancelled: stopping an installer half-way leaves a broken server.',
      reinstall:
        'Parts of an earlier installation are here. Set-up keeps their configuration server, folder and port.',
      noRegistration:
        'This server is not registered by this plan. Until cdpcli.exe --registermt has been run, no machine can use it.',
      terms: 'You accepted the third-party licence terms that the package printed.',
      skipped: (names: string) => `Set-up leaves out checks of its own: ${names}.`,
      signOut:
        'Stay signed in, or disconnect: signing out ends set-up half-way. This program then goes on from what is there.',
    },
    package: {
      title: 'Prove the package',
      reason: 'Only what was verified is run: the copy and every unpacked file are as they were.',
    },
    workFolder: {
      title: 'Make a protected work folder',
      reason: 'The passphrase and the proxy file must be out of reach of other users.',
    },
    passphraseFile: {
      title: 'Write the passphrase file',
      reason:
        'Set-up reads the passphrase from a file. ASCII without byte order mark, or it would be read wrongly.',
    },
    proxyFile: {
      title: 'Write the proxy file',
      reason: 'Six lines in the one form that set-up accepts.',
    },
    run: {
      title: 'Install and register',
      reason:
        'Installs dependencies, process server, master target and agent, and registers this server.',
    },
    proxy: {
      title: 'Set the proxy of the agent',
      reason: 'Set-up does this last; left out when it is in force already.',
    },
    stopAgent: {
      title: 'Stop the agent',
      reason: 'A new proxy counts after the agent was restarted.',
    },
    startAgent: {
      title: 'Start the agent',
      reason: 'A new proxy counts after the agent was restarted.',
    },
    services: {
      title: 'Prove the services',
      reason: 'All services that belong on this server run, with the right start types.',
    },
    dataPort: {
      title: 'Prove the data port',
      reason: 'Protected machines send their data to it. HTTP status 400 is its right answer.',
    },
    registration: {
      title: 'Prove the registration',
      reason: 'The certificate that the configuration server gave is here and valid.',
    },
  },
  undo: {
    install: 'a process server is removed by its ordered uninstallation, not by undoing set-up',
    prove: 'it only looks',
    folder: 'an empty protected folder does no harm and is used again',
    packageFolder: 'Removes the folder of this package with all that is in it.',
    copy: 'Removes the copy of the set-up file.',
    verify: 'it only reads',
    unpack: 'Removes the unpacked files.',
    note: 'it goes with the folder it lies in',
    test: 'the vendor tool writes nothing in this mode',
    temporary: 'deleted, or put back as it was, in every ending',
    proxy: 'the earlier password of the proxy can not be read, so it could not be set again',
    service: 'the next step starts it again',
    started: 'it is meant to run',
  },
  checks: {
    installed: (product: string) => `${product} is installed`,
    registryEntry: 'The process server is entered in the registry',
    csAddress: 'Configuration server in amethyst.conf',
    dataPort: 'Data port in cxps.conf',
    proxyType: 'Kind of proxy in the registry',
    service: (name: string) => `Service ${name}`,
    port: (port: number) => `Port ${port} answers as the data port does`,
    registered: 'The registration is in the registry',
    certificate: 'The certificate of the registration is valid',
    agentProxy: 'The agent uses the proxy',
    folder: 'Only SYSTEM and Administrators can open the folder',
    sameFile: 'The copy has the content of the set-up file',
    verifiedRecord: 'What was verified is kept',
    asRecorded: 'The package is as it was unpacked',
    file: (name: string) => `${name} is there`,
    gone: 'It is gone',
    terms: 'The terms are kept',
    folderThere: 'The folder is there',
    noSetup: 'No set-up is running',
  },
} as const;
