/** What an operation left on the server, and the ways on. */
export const text = {
  parts: {
    dependencies: 'Dependencies',
    processServer: 'Process server',
    masterTarget: 'Master target',
    agent: 'Microsoft Azure Recovery Services Agent',
  },
  part: (name: string, version: string) => (version === '' ? name : `${name} ${version}`),
  partMissing: (name: string) => `${name}: not installed`,
  service: (name: string) => `Service ${name}: running`,
  serviceNotRunning: (name: string, state: string) => `Service ${name}: ${state}`,
  serviceGone: 'not there',
  registration: (validUntil: string | null) =>
    validUntil === null ? 'Registration' : `Registration, valid until ${validUntil.slice(0, 10)}`,
  registrationMissing: 'Registration: this server is not registered',
  prepared: (version: string, folder: string) => `Prepared set-up file ${version} in ${folder}`,
  preparedSpoiled: (version: string, folder: string) =>
    `Prepared set-up file ${version} in ${folder}, changed or not complete`,
  temporary: (path: string) => `Temporary: ${path}`,
  retry: {
    title: 'Retry',
    fresh: 'No part is installed. A retry begins set-up again with the same answers.',
    partial: (missing: string) =>
      `A retry is a re-installation: set-up leaves the parts of the same version as they are and goes on with what is missing (${missing}).`,
    beforeProcessServer: (missing: string) =>
      `Without the process server set-up takes a retry for a fresh installation: it checks the server again, goes over the parts that are here and installs what is missing (${missing}).`,
    unregistered: 'All parts are installed. A retry only registers this server.',
    complete:
      'All parts are installed and registered. A retry does not run set-up again, it does the steps after it.',
    upgrade:
      'Parts that are at the new version already are left as they are; set-up goes on with those that are still old.',
    upgradeLost: (names: string) =>
      `Set-up would refuse it with 2, because a part is gone: ${names}. Stop here, then open Half-installed server under Maintain: it leads to what completes this server.`,
    takesOver: (csAddress: string, folder: string, port: string) =>
      `It takes over what the installed process server has, whatever was answered: configuration server ${csAddress}, folder ${folder}, data port ${port}.`,
    unknown: 'unknown',
    otherVersion: (installed: string, prepared: string) =>
      `Version ${installed} is installed and the prepared set-up file is ${prepared}: set-up refuses to complete parts of another version. Prepare the set-up file of the installed version, or remove the parts first.`,
    running: (names: string) => `First wait until this has ended: ${names}.`,
    installerBusy: 'First wait until Windows Installer has ended its other installation.',
    restart: 'First restart Windows: a restart is pending.',
    /** Of an operation that installs nothing. */
    stepsOnly: 'A retry looks at what is done already and does the steps that are not.',
  },
  changeAnswers: {
    title: 'Change answers',
    fresh: 'No part is installed, so every answer can be another one.',
    partial:
      'Proxy, passphrase and environment can be other ones. Configuration server, folder and data port stay as the installed process server has them.',
    beforeProcessServer:
      'The process server is not installed yet, so every answer can be another one. The dependencies stay.',
  },
  undo: {
    title: 'Undo',
    meaning: (how: string) => `What it made is taken back, the last step first: ${how}`,
  },
  removeByHand: {
    title: 'Remove by hand',
    order:
      'In a command prompt as administrator, one after another and in this order: the uninstallers refuse any other. Restart Windows afterwards.',
    agentGoesToo:
      'Removing the master target also removes the Microsoft Azure Recovery Services Agent, by itself and a while later: wait two minutes before you go on. Its own command ends with 1605 when it is gone already, and with 1618 when that removal is still at work: wait and repeat it then.',
    backup:
      'If this server uses the Microsoft Azure Recovery Services Agent for Azure Backup, that agent is lost and has to be installed and registered again.',
    masterTarget: 'Removing the master target deletes C:\\SRV.',
    processServer:
      'The process server takes itself off the configuration server. When that can not be reached, its entry stays there and has to be removed on the configuration server.',
    dependencies:
      'Removing the dependencies deletes C:\\strawberry, C:\\thirdparty, C:\\site, C:\\bin and C:\\Temp with all that lies in them, also your own files. Without /NORESTART it restarts Windows at once.',
    folder: '<install folder>',
    folderUnknown: 'Put the real folder in place of <install folder>.',
  },
  purge: {
    title: 'Purge on the configuration server',
    meaning:
      'The parts are gone, and a retry only reads the same log again. When the portal still lists this server 15 minutes later, start this program on its configuration server: Maintain, "Purge a disconnected process server", or psm plan purge there.',
  },
  leave: {
    title: 'Leave it as it is',
    fresh: 'Nothing of the product is installed, so nothing has to be done.',
    partial:
      'Nothing is changed. The parts stay, do no work without the missing ones, and a later set-up takes them up.',
    complete: 'Nothing is changed. Open Overview to see whether the process server works.',
    stepsOnly: 'Nothing is changed. What was kept so far can be used later or removed.',
    upgrade:
      'Nothing is changed. Services that were stopped stay stopped, and parts of two versions do not work together for sure: retry soon, or undo to have the services started again.',
    asItIs: 'Nothing is changed. What its steps did so far stays as it is now.',
    removal:
      'Nothing more is removed. A process server that lost parts does not work: retry, or install it anew.',
    removed: 'Nothing more is removed. No part of the process server is installed any more.',
    services: 'Nothing is changed. Services and start types stay as they are now.',
    temporary: 'Files that are left behind can hold secrets: delete them.',
  },
} as const;
