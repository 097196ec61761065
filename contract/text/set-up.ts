import type { Problem } from '../problem';

type Words = Pick<Problem, 'what' | 'meaning' | 'next'>;

const setupExit: Readonly<Record<number, Words>> = {
  1: {
    what: "Couldn't finish set-up: one of its parts failed.",
    meaning:
      'Exit code 1 stands for the dependencies, the process server or the master target failing, and for a second set-up, a missing .NET Framework 4.6.2 or TLS 1.0 switched off.',
    next: 'Read the log lines below: the last command with an exit code other than 0 is the part that failed. Mend its cause, then retry. Set-up takes up what is already there.',
  },
  2: {
    what: "Couldn't finish set-up: it refused its arguments.",
    meaning:
      'An argument, the passphrase or the proxy file was not accepted, or everything is installed already.',
    next: 'Read the refusal below, correct the answer it names, then retry.',
  },
  4: {
    what: "Couldn't finish set-up: a prerequisite of its own is not met.",
    meaning:
      'Set-up looks at memory, processors, pending restarts, group policies, time and free space before it begins. Nothing was installed.',
    next: 'Mend what the log names, then retry.',
  },
  101: {
    what: "Couldn't install the provider.",
    meaning:
      'The provider belongs to a configuration server, so this server may not be the one you mean.',
    next: 'Check that no configuration server is installed here, then retry.',
  },
  102: {
    what: 'Set-up ended, but a service does not run.',
    meaning:
      'All parts are installed. At least one of their services was not running when set-up looked.',
    next: 'Retry: the services are looked at again, and the one that does not run is named.',
  },
  103: {
    what: "Couldn't register with the vault.",
    meaning: 'The configuration server or the service refused the registration.',
    next: 'Check in the portal that the configuration server is connected, then retry.',
  },
  111: {
    what: "Couldn't install the Microsoft Azure Recovery Services Agent.",
    meaning: 'The other parts are installed. Replication needs this agent.',
    next: 'Read the log lines below and MARSStatus.log in C:\\ProgramData\\ASRSetupLogs, then retry.',
  },
  112: {
    what: "Couldn't register the container.",
    meaning: 'The configuration server did not give what the registration needs.',
    next: 'Check in the portal that the configuration server is connected, then retry.',
  },
  113: {
    what: "Couldn't register this server with the configuration server.",
    meaning:
      'All parts are installed. The last step, the registration of the master target, failed.',
    next: 'Check that the configuration server is connected and that port 443 on it answers, then retry. Only the registration is repeated.',
  },
  115: {
    what: "Couldn't set the proxy of the Microsoft Azure Recovery Services Agent.",
    meaning:
      'All parts are installed and registered. Only the proxy setting of the agent is missing.',
    next: 'Check address, port, user and password of the proxy, then retry. Only the proxy is set again.',
  },
  116: {
    what: "Couldn't install the configuration manager.",
    meaning: 'This part belongs to a configuration server.',
    next: 'Check that the set-up file is the right one, then retry.',
  },
  201: {
    what: 'The product is installed already.',
    meaning: 'Set-up found nothing to install.',
    next: 'Open Overview to see what is installed.',
  },
  203: {
    what: "Couldn't install over the version that is there.",
    meaning: 'The installed parts are newer, the same, or more than four versions older.',
    next: 'Compare both versions, then use the upgrade procedure with a version in between.',
  },
  3010: {
    what: 'Restart Windows to go on.',
    meaning: 'Set-up finished and asks for a restart.',
    next: 'Restart Windows, then sign in again.',
  },
};

/** Texts of the first-time set-up: questions, steps, problems. */
export const text = {
  setupExit,
  setupExitUnknown: {
    what: "Couldn't finish set-up.",
    meaning: 'Set-up ended with an exit code that is not on its own list.',
    next: 'Read the log lines below, then retry.',
  } satisfies Words,
  setupCrashed: {
    what: 'Set-up crashed.',
    meaning: 'Windows ended the program because of an error inside it, so its work is half done.',
    next: 'Retry: this program looks at the server first, and set-up takes up what is already there.',
  } satisfies Words,
  logMissing: {
    what: "Couldn't tell how set-up ended.",
    meaning:
      'Its exit code is good, but its log of this run was not found, and only the log tells whether a part of the command line was dropped.',
    next: 'Look for ASRUnifiedSetup.log in C:\\ProgramData\\ASRSetupLogs, then retry: the server is looked at first.',
  } satisfies Words,
  quietError: {
    what: 'Set-up dropped a part of its command line.',
    meaning:
      'Its log says "Quite mode Error": a token was not accepted, and everything after it was ignored. The exit code does not tell.',
    next: 'Compare what the log names with the plan. What was installed may not have the settings you chose.',
  } satisfies Words,
  unpackFailed: {
    what: "Couldn't unpack the set-up file.",
    meaning: 'The package ended with an error, so files may be missing.',
    next: 'Check the free space on the system drive and download the set-up file again.',
  } satisfies Words,
  serviceCommandFailed: {
    what: "Couldn't change the state of a service.",
    meaning: 'Windows refused to start or stop it.',
    next: 'Read the words of Windows below, then retry.',
  } satisfies Words,
  revocationChecked: 'checked',
  revocationUnknown: 'could not tell (the list could not be reached)',
  signature: {
    notSigned: {
      what: "Couldn't accept the set-up file: it is not signed.",
      meaning:
        'Microsoft signs its set-up files. This one may come from somebody else or be damaged.',
      next: 'Download the set-up file from the Azure portal again and choose that one.',
    } as Words,
    changed: {
      what: "Couldn't accept the set-up file: it was changed after it was signed.",
      meaning:
        'Its content does not match its signature. The download is damaged or was tampered with.',
      next: 'Delete it, download the set-up file from the Azure portal again and choose that one.',
    } as Words,
    notTrusted: {
      what: "Couldn't accept the set-up file: its signature is not trusted.",
      meaning: 'Windows could not follow the signature to an authority it trusts.',
      next: 'Install the latest root certificates of Windows, then prepare again.',
    } as Words,
    otherPublisher: {
      what: "Couldn't accept the set-up file: somebody else signed it.",
      meaning:
        'The signature is good, but its signer is not Microsoft Corporation under a root of Microsoft.',
      next: 'Download the set-up file from the Azure portal again and choose that one.',
    } as Words,
  },
  fingerprint: {
    valid: 'The configuration server accepted the passphrase.',
    unreachable: {
      what: "Couldn't reach the configuration server on port 443.",
      meaning: 'Nothing answers at that address and port. This says nothing about the passphrase.',
      next: 'Check the address, the firewall between both servers and that the configuration server runs, then test again.',
    } as Words,
    timedOut: {
      what: 'The configuration server gave no answer in time.',
      meaning: 'A firewall may drop the connection. This says nothing about the passphrase.',
      next: 'Check the way from this server to port 443 of the configuration server, then test again.',
    } as Words,
    unknownName: {
      what: "Couldn't find the configuration server.",
      meaning: 'The address could not be resolved.',
      next: 'Give the IPv4 address of the configuration server, then test again.',
    } as Words,
    tls: {
      what: "Couldn't set up a secure connection to the configuration server.",
      meaning:
        'Its certificate or TLS settings stopped the connection. This says nothing about the passphrase.',
      next: 'Check the certificate of the configuration server, then test again.',
    } as Words,
    noPassphrase: {
      what: "Couldn't find the passphrase for the test.",
      meaning: 'The file that the vendor tool reads is not there.',
      next: 'Test again.',
    } as Words,
    notAdministrator: {
      what: "Couldn't run the passphrase test without administrator rights.",
      meaning: 'The vendor tool runs for administrators only.',
      next: 'Restart this program as administrator, then test again.',
    } as Words,
    couldNotTell: {
      what: "Couldn't tell whether the passphrase is right.",
      meaning: 'The test ended for a reason that says nothing about the passphrase.',
      next: 'Read the words of the vendor tool below, mend their cause, then test again.',
    } as Words,
    rejected: {
      what: 'The configuration server did not accept the passphrase.',
      meaning: 'It answered, but this is not its passphrase.',
      next: 'On the configuration server, run genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin, enter exactly what it prints, then test again.',
    } as Words,
  },
  milestones: {
    passphrase: 'Testing the passphrase',
    dependencies: 'Installing the dependencies',
    processServer: 'Installing the process server',
    masterTarget: 'Installing the master target',
    configureMasterTarget: 'Configuring the master target',
    agent: 'Installing the Microsoft Azure Recovery Services Agent',
    registration: 'Registering with the configuration server',
    proxy: 'Setting the proxy of the agent',
    ending: 'Finishing',
  },
} as const;
