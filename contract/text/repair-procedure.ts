/** Words of the procedure that tells what is there, what is missing and which way leads out. */
export const repairProcedureText = {
  title: 'Half-installed server',
  verb: 'Mend what is broken',
  introduction: [
    'This looks at every part of a process server: products, services, registration, the junction C:\\ProgramData\\ASR, kept set-up files. It tells what is there, what is missing, and which procedure leads out.',
    'What needs no set-up is mended here: start types, services that do not run, the junction, a registration that is gone. Each is proven by looking at the server.',
    'Missing parts need set-up, which takes up parts of its own version only; parts of another version have to be removed first. Then nothing is done here, and a button opens that procedure.',
    'Usually a minute; a registration takes about two more.',
  ],
  section: 'What is there',
  findings: {
    there: 'There',
    missing: 'Missing or not as it should be',
    way: 'Way out',
    junction: 'Junction C:\\ProgramData\\ASR',
    junctionStates: {
      absent: 'not there',
      junction: 'there',
      folder: 'a folder with files, not a junction',
    },
    kept: 'Kept set-up files',
    keptNone: 'none',
    restart: 'Restart of Windows',
    restartPending: 'pending',
    noRestart: 'not pending',
    running: 'Set-up programs',
    runningNone: 'none runs',
  },
  questions: {
    services: {
      label: 'Set start types right and start services that do not run?',
      hint: 'In the order of the vendor. What is right stays as it is.',
    },
    link: {
      label: 'Make the junction C:\\ProgramData\\ASR again?',
      hint: 'Where it is missing. The services look for their files there.',
    },
    registration: {
      label: 'Register again where the registration is gone?',
      hint: 'With the passphrase that is stored on this server. Without it or with another configuration server use Registration on Maintain.',
    },
  },
  ways: {
    setUp: {
      name: 'Set up',
      button: 'Set up…',
      what: 'No part is installed. Set up a process server.',
      why: 'Without any part there is nothing to mend.',
    },
    configurationServer: {
      name: 'The set-up of the configuration server',
      what: 'Complete it by the procedure of the configuration server, with its vault and its database.',
      why: 'Set-up would take these parts up as a configuration server, whatever it is told here.',
    },
    reinstall: {
      name: 'Set up again (re-installation)',
      button: 'Set up again…',
      what: (version: string) =>
        `Set up again with a set-up file of version ${version}. It leaves the parts that are here and installs what is missing.`,
      why: 'Set-up takes up parts of its own version. It says "Previous installation is incomplete" to any other, also as an upgrade.',
      kept: (version: string) => `The kept set-up file ${version} fits.`,
      noneKept: (version: string) =>
        `No kept set-up file of version ${version} is here: download it first. If it is to be had nowhere, decommission the server and set it up anew.`,
    },
    beforeProcessServer: {
      what: 'Set up again. Without the process server set-up takes it for a fresh installation and checks the server anew.',
    },
    remove: {
      name: 'Decommission',
      button: 'Decommission…',
      what: 'Remove the mobility service or master target first, then set up.',
      why: 'It is here without a process server, and set-up refuses a server with it.',
    },
    upgrade: {
      name: 'Upgrade',
      button: 'Upgrade…',
      what: (version: string) =>
        `Upgrade all parts with a set-up file newer than ${version}, or of that version.`,
      why: 'All parts are here, but not of one version: an upgrade stopped half-way. Set-up upgrades when any part is older and none is newer than its own.',
    },
    gone: {
      name: 'Decommission, then set up',
      button: 'Decommission…',
      what: (names: string) =>
        `A service is gone (${names}) though its part is installed. An upgrade to a newer version brings it back; otherwise decommission the server and set it up anew.`,
      why: 'Set-up refuses to install over a complete process server of the same version.',
    },
    register: { name: 'Mended here: registration' },
    services: { name: 'Mended here: services' },
    link: { name: 'Mended here: junction' },
    nothing: { name: 'Nothing to do: every part is as it should be' },
  },
  conditions: {
    parts: {
      title: 'Every part is installed',
      needed: 'dependencies, process server, master target and agent',
      neededOnImage: 'dependencies and process server: a gallery image has no others',
      all: 'all of them',
      none: 'none of them',
      missing: (names: string) => `missing: ${names}`,
      why: 'Without one of them the server does not do its work.',
    },
    versions: {
      title: 'All parts are of one version',
      needed: 'one version',
      found: (parts: string) => parts,
    },
    gone: {
      title: 'Every service is there',
      needed: 'all there',
      missing: (names: string) => `not there: ${names}`,
    },
    services: {
      title: 'Services run and start with Windows',
      needed: 'all of them',
      wrong: (names: string) => `not as they should be: ${names}`,
      why: 'The server needs them for its work.',
      mend: 'Mended by this plan, unless it was answered with no.',
    },
    link: {
      title: 'The junction C:\\ProgramData\\ASR is there',
      needed: 'there',
      absent: 'not there',
      folder: 'a folder lies there',
      why: 'App.conf names it as the place of the installation, and the services read it there.',
      mend: 'Mended by this plan, unless it was answered with no.',
      folderMend:
        'Look what is in that folder, move it away, then come back: the junction is made again.',
      unknownMend:
        'The folder of the installation could not be told or can not be linked to. Make the junction by hand: mklink /J C:\\ProgramData\\ASR and the folder.',
    },
    registration: {
      title: 'This server is registered',
      needed: 'registered, its certificate valid',
      missing: 'not registered',
      why: 'The vault takes no data from a server that is not registered.',
      mend: 'Mended by this plan, unless it was answered with no. If it fails, register again with the passphrase.',
      button: 'Register again…',
    },
    restart: {
      title: 'No restart is pending',
      needed: 'none is pending',
      pending: 'a restart is pending',
      why: 'What set-up left to be done at the restart is not done yet, and set-up refuses to begin before it.',
      mend: 'Restart Windows, then look again: some of this may be gone.',
    },
  },
  link: {
    step: {
      title: 'Make the junction C:\\ProgramData\\ASR',
      reason: 'App.conf names it, and the services find their files through it.',
    },
    check: 'The installation is found through the junction',
    undo: 'it was missing, and the services need it',
    failed: {
      what: "Couldn't make the junction.",
      meaning: 'mklink refused it: something lies there, or Windows denied access.',
      next: 'Read its words below, look at C:\\ProgramData\\ASR, then retry.',
    },
  },
  steps: {
    prove: {
      title: 'Prove the whole server',
      reason: 'Every service that has to run, at the end once more.',
    },
    registration: {
      title: 'Prove the registration',
      reason: 'The certificate that the registry names has to be there and valid.',
    },
  },
  undo: { prove: 'nothing is changed by looking' },
  notes: {
    nothing: 'Nothing has to be mended: there is only the proof.',
    left: (names: string) => `Left as it is, because you answered no: ${names}.`,
    upgrade: 'Parts are of several versions: what is mended here does not change that.',
    gone: 'A service that is gone is not brought back here.',
  },
} as const;
