import type { Problem } from '../problem';

export type ProblemWords = Pick<Problem, 'what' | 'meaning' | 'next'>;

/** Exit codes of UNIFIEDSETUP.EXE and how a run of it can end badly, in words. */
export const text = {
  codes: {
    finished: {
      what: 'Set-up finished.',
      meaning: 'All parts are installed and registered, as far as set-up itself looked.',
      next: 'Go on: this program proves services, data port and registration by itself.',
    },
    partFailed: {
      what: "Couldn't finish set-up: one of its parts failed.",
      meaning:
        'Exit code 1 stands for the dependencies, the process server or the master target failing, and for a second set-up, a missing .NET Framework 4.6.2 or TLS 1.0 switched off.',
      next: 'Read the log lines below: the last command with an exit code other than 0 is the part that failed. Mend its cause, then retry. Set-up takes up what is already there.',
    },
    arguments: {
      what: "Couldn't finish set-up: it refused its arguments.",
      meaning:
        'An argument, the passphrase or the proxy file was not accepted, or everything is installed already.',
      next: 'Read the refusal below, correct the answer it names, then retry.',
    },
    prerequisite: {
      what: "Couldn't finish set-up: a prerequisite of its own is not met.",
      meaning:
        'Set-up looks at memory, processors, pending restarts, group policies, time and free space before it begins. Nothing was installed.',
      next: 'Mend what the log names, then retry.',
    },
    provider: {
      what: "Couldn't install the provider.",
      meaning:
        'The provider belongs to a configuration server, so this server may not be the one you mean.',
      next: 'Check that no configuration server is installed here, then retry.',
    },
    services: {
      what: 'Set-up ended, but a service does not run.',
      meaning:
        'All parts are installed. At least one of their services was not running when set-up looked.',
      next: 'Retry: the services are looked at again, and the one that does not run is named.',
    },
    vault: {
      what: "Couldn't register with the vault.",
      meaning: 'The configuration server or the service refused the registration.',
      next: 'Check in the portal that the configuration server is connected, then retry.',
    },
    agent: {
      what: "Couldn't install the Microsoft Azure Recovery Services Agent.",
      meaning: 'The other parts are installed. Replication needs this agent.',
      next: 'Read the log lines below and MARSStatus.log in C:\\ProgramData\\ASRSetupLogs, then retry.',
    },
    container: {
      what: "Couldn't register the container.",
      meaning: 'The configuration server did not give what the registration needs.',
      next: 'Check in the portal that the configuration server is connected, then retry.',
    },
    registration: {
      what: "Couldn't register this server with the configuration server.",
      meaning:
        'All parts are installed. The last step, the registration of the master target, failed.',
      next: 'Check that the configuration server is connected and that port 443 on it answers, then retry. Only the registration is repeated.',
    },
    proxy: {
      what: "Couldn't set the proxy of the Microsoft Azure Recovery Services Agent.",
      meaning:
        'All parts are installed and registered. Only the proxy setting of the agent is missing.',
      next: 'Check address, port, user and password of the proxy, then retry. Only the proxy is set again.',
    },
    configurationManager: {
      what: "Couldn't install the configuration manager.",
      meaning: 'This part belongs to a configuration server.',
      next: 'Check that the set-up file is the right one, then retry.',
    },
    alreadyInstalled: {
      what: 'The product is installed already.',
      meaning: 'Set-up found nothing to install.',
      next: 'Open Overview to see what is installed.',
    },
    upgradeRefused: {
      what: "Couldn't install over the version that is there.",
      meaning: 'The installed parts are newer, the same, or more than four versions older.',
      next: 'Compare both versions, then use the upgrade procedure with a version in between.',
    },
    upgradeNotWhole: {
      what: "Couldn't upgrade: set-up takes this server for too old, or not for whole.",
      meaning:
        'It says that parts are not installed. It says so too when all are there and the installed version is more than four minor versions older than the package. Nothing was changed.',
      next: 'Compare the versions: in steps of at most four minor versions an upgrade is possible. When a part or the registration is missing, complete it first with the set-up file of the installed version.',
    },
    upgradeSame: {
      what: "Couldn't upgrade: this version is installed already.",
      meaning: 'Every part has the version of the package. Nothing was changed.',
      next: 'Nothing is to be done.',
    },
    upgradeHigher: {
      what: "Couldn't upgrade: a newer version is installed.",
      meaning: 'Set-up goes no version back. Nothing was changed.',
      next: 'Leave it as it is. When the configuration server is older than this server, upgrade the configuration server.',
    },
    upgradeTooOld: {
      what: "Couldn't upgrade: the installed version is too old.",
      meaning: 'It is more than four minor versions older than the package. Nothing was changed.',
      next: 'Upgrade in steps of at most four minor versions, with one set-up file after another.',
    },
    upgradePrerequisite: {
      what: "Couldn't upgrade: a check that set-up makes before it is not met.",
      meaning:
        'Set-up looks whether the endpoints of Site Recovery answer, at 2 GB free space on C: and on the drive of the process server, and at the language of Windows. Nothing was changed.',
      next: 'When Azure can be reached only through a proxy, begin again and answer so: set-up then skips these checks. Else mend what the log names, then retry.',
    },
    restart: {
      what: 'Restart Windows to go on.',
      meaning: 'Set-up finished and asks for a restart.',
      next: 'Restart Windows, then sign in again.',
    },
    unknown: {
      what: "Couldn't finish set-up.",
      meaning:
        'Set-up ended with an exit code that is not on its own list: what it means is unknown.',
      next: 'Read the log lines below, then retry.',
    },
  },
  /** Windows ended the program, or never got it going; the code says how. */
  ended: {
    crashed: {
      what: 'Set-up crashed.',
      meaning: 'Windows ended the program because of an error inside it, so its work is half done.',
      next: 'Retry: this program looks at the server first, and set-up takes up what is already there.',
    },
    signedOut: {
      what: 'Set-up was ended from outside.',
      meaning:
        'Windows ends a program with this code when its session is signed out or shut down, or when somebody ends it. Its work is half done.',
      next: 'Stay signed in, or disconnect the remote session without signing out, then retry. Set-up takes up what is already there.',
    },
    sessionClosing: {
      what: "Couldn't start set-up: Windows refused it a place to run.",
      meaning:
        'Programs end with this code when they are started while their session is being closed or Windows is shutting down.',
      next: 'Sign in again, then retry.',
    },
    libraryMissing: {
      what: "Couldn't start set-up: a library is missing.",
      meaning: 'A DLL it needs was not found, so the package or Windows itself is incomplete.',
      next: 'Prepare the set-up file again so that it is unpacked anew, then retry.',
    },
    dotNet: {
      what: 'Set-up crashed.',
      meaning:
        'An error in its .NET code that it did not catch ended it, so its work is half done.',
      next: 'Read the log lines below, then retry. Set-up takes up what is already there.',
    },
  },
  noLog: {
    what: "Couldn't finish set-up: it ended before it wrote a log.",
    meaning:
      'It ends like this behind a hidden message box: when another set-up is open in some session, or when .NET Framework 4.6.2 is missing. Nothing was installed by this run.',
    next: 'End the other set-up in its session, or install .NET Framework 4.6.2 or later, then retry.',
  },
  /** Added to the meaning of another code when there is no log to tell more. */
  noLogAdded: 'Its log of this run was not found, so the part that failed is not known.',
  otherInstaller: {
    what: "Couldn't install: Windows Installer is busy with another installation.",
    meaning: 'Windows installs one product at a time. Nothing of this part was installed.',
    next: 'Wait until the other installation has ended (Windows Update counts too), then retry.',
  },
  partMissing: (program: string): ProblemWords => ({
    what: `Couldn't start ${program}: the file was not found.`,
    meaning:
      'Set-up starts its parts from its own folder. The package was not unpacked completely, C:\\Temp was emptied while it lay there, or a virus scanner took the file away.',
    next: 'Prepare the set-up file again so that it is unpacked anew, look into the quarantine of the virus scanner, then retry.',
  }),
  installedPartMissing: (program: string): ProblemWords => ({
    what: `Couldn't start ${program}: the file was not found.`,
    meaning:
      'A part that was installed before should have brought it. It is incomplete, or a virus scanner took the file away.',
    next: 'Look into the quarantine of the virus scanner, exclude the install folder from it, remove the master target by hand, then retry.',
  }),
  partNotStarted: (program: string): ProblemWords => ({
    what: `Couldn't start ${program}.`,
    meaning:
      'Windows refused to start it. A damaged file, a policy for programs or a virus scanner can be the cause.',
    next: 'Read the words of Windows below, prepare the set-up file again, then retry.',
  }),
  unknownPart: (program: string): ProblemWords => ({
    what: `Couldn't tell why ${program} failed.`,
    meaning: 'What its exit code means is unknown.',
    next: 'Read the log lines below, mend their cause, then retry.',
  }),
  unknownPartCode: (program: string, log: string): ProblemWords => ({
    what: `Couldn't tell why ${program} failed.`,
    meaning: 'Its exit code is not on its own list: what it means is unknown.',
    next: `Read the log lines below and ${log} in C:\\ProgramData\\ASRSetupLogs, mend their cause, then retry.`,
  }),
  /** `where`: the milestone, when one was told. */
  partEnded: (where: string, program: string, part: string, code: number) =>
    `${where}${program} (${part}) ended with exit code ${code}.`,
  partUnfinished: (where: string, program: string, part: string) =>
    `${where}${program} (${part}) was at work, and the log tells of no end.`,
  at: (milestone: string) => `${milestone}: `,
  reached: (milestone: string) => `The last milestone was: ${milestone}.`,
  freshProcessServer:
    'When a fresh installation fails here after its files were copied, it takes its install folder and all that lies in C:\\Temp with it.',
  /** What a retry does after these exit codes of set-up. */
  repeats: {
    1: 'Set-up takes up what is already there.',
    111: 'Set-up takes up what is already there.',
    113: 'Only the registration is repeated.',
    115: 'Only the proxy is set again.',
  } as Readonly<Record<number, string>>,
  otherPart: 'part unknown',
  parts: {
    passphrase: 'passphrase test',
    dependencies: 'dependencies',
    processServer: 'process server',
    masterTarget: 'master target',
    configuration: 'configuration of the master target',
    agent: 'Microsoft Azure Recovery Services Agent',
    registration: 'registration',
    proxy: 'proxy of the agent',
    upload: 'upload of the logs',
  },
} as const;
