import type { Problem } from '../problem';

type Words = Pick<Problem, 'what' | 'meaning' | 'next'>;

/** Texts of the first-time set-up: questions, steps, problems. */
export const text = {
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
    next: 'Retry: this program looks at what was installed, and goes on when every setting is the planned one. Where one is not, remove the parts by hand and begin again with another set-up file.',
  } satisfies Words,
  unpackFailed: {
    what: "Couldn't unpack the set-up file.",
    meaning: 'The package ended with an error, so files may be missing.',
    next: 'Check the free space on the system drive and download the set-up file again.',
  } satisfies Words,
  termsUnreadable: {
    what: "Couldn't read the licence terms of the package.",
    meaning: 'Set-up was asked for its third-party terms and printed something else.',
    next: 'Read its words below, mend their cause, then prepare again.',
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
      next: 'On the configuration server, run genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin, enter exactly what it prints, then test again. Where it was the one kept on this server, the configuration server has another one since: enter that under Maintain, Registration, "Change the connection".',
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
