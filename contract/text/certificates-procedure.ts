const counted = (days: number) => (days === 1 ? '1 day' : `${days} days`);

/** `days` are whole days until then, rounded down: -1 is the day it ended. */
function untilWords(day: string, days: number): string {
  if (days >= 0) return `valid until ${day}, ${counted(days)} left`;
  const ago = -days - 1;
  return ago === 0
    ? `expired on ${day}, less than a day ago`
    : `expired on ${day}, ${counted(ago)} ago`;
}

/** Words of the procedure that looks at certificates and renews them. */
export const certificatesText = {
  title: 'Certificates',
  verb: 'Renew',
  introduction: [
    'Shows when the certificates of this process server end, and renews what can be renewed here: that of the data port and that of the registration.',
    "The data port gets a new one from the vendor's RenewCerts.exe. It ends with exit code 0 whatever happens, so the certificate that the port sends afterwards decides.",
    'Uploads pause for about a minute while the data port restarts. Machines are told the new certificate by the configuration server; until then their uploads are refused and repeated.',
    'The certificate of the configuration server can not be renewed here: while it is valid, in the Azure portal (Configuration servers, the server, "Renew certificates"); once expired, with RenewCerts.exe on the configuration server.',
    'Differs from the article: its RenewCerts is named for the configuration server, in C:\\ProgramData\\ASR\\home\\svsystems\\bin. The same program lies on every process server and renews the data port there.',
  ],
  section: 'What to renew',
  noAddress: 'its address or port is not known',
  noCertificate: 'it showed no certificate',
  questions: {
    what: {
      label: 'Which certificate is to be renewed?',
      hint: 'Everything that is replaced is backed up first.',
      dataPort: 'The data port',
      dataPortHint: 'With RenewCerts.exe. The data port is away for about a minute.',
      registration: 'The registration',
      registrationHint:
        'With cdpcli --registermt: the newest certificate that the configuration server has for this server.',
      both: 'Both',
      bothHint: 'First the data port, then the registration.',
    },
  },
  findings: {
    dataPort: 'Data port',
    dataPortFile: 'Fingerprint file of the data port',
    registration: 'Registration',
    configurationServer: 'Configuration server',
    configurationServerFile: 'Fingerprint file of the configuration server',
    warning: "The vendor's own warning",
    warningDays: (days: number) =>
      `${days} and 45 days before the end, each week below 30, each day below 7`,
    until: untilWords,
    unknown: (why: string) => `could not tell: ${why}`,
    notRegistered: 'not registered',
    noStore: 'its certificate is not in the store of the computer',
    same: 'the same certificate',
    other: 'another certificate',
    noFile: 'not there',
    notCompared: 'could not be compared',
  },
  conditions: {
    processServer: {
      title: 'A process server is installed',
      needed: 'installed',
      missing: 'not installed',
      why: 'Without it there is no data port and no certificate.',
      mend: 'Set up a process server first.',
    },
    alone: {
      title: 'The configuration server is not on this server',
      needed: 'it is not',
      found: 'it is',
      why: 'There RenewCerts.exe renews the certificate of the configuration server too, for all its machines. This program does not prove that.',
      mend: 'Renew in the Azure portal: Configuration servers, the server, "Renew certificates".',
    },
    tool: {
      title: 'RenewCerts.exe is there',
      needed: 'there',
      missing: 'not there',
      why: "The vendor's program makes the certificate, its key and the fingerprint file.",
      mend: 'It is missing from the bin folder. Upgrade or repair the process server.',
    },
    portNumber: {
      title: 'cxps.conf names the data port',
      needed: 'a number from 1 to 65535',
      wrong: (written: string) => (written === '' ? 'no port' : `"${written}", which is no port`),
      why: 'The new certificate is proven at that port. cspsconfigtool.exe takes any text for it.',
      mend: 'Enter the right one under "Registration", "Change the connection".',
    },
    port: {
      title: 'The data port shows its certificate',
      needed: 'it shows one',
      unseen: (why: string) => `could not tell: ${why}`,
      why: 'The new certificate is compared with the one before.',
      mend: 'Start the services first. Where the port does not open because its certificate is damaged, go on: the fingerprint file is compared instead.',
    },
    masterTarget: {
      title: 'A master target and its agent are installed',
      needed: 'installed',
      missing: 'not installed',
      why: 'The registration is theirs, and cdpcli.exe comes with them.',
      mend: 'A process server made from the gallery image has no registration of its own: choose the data port alone. Elsewhere complete the set-up.',
    },
    due: {
      title: 'It is time to renew',
      needed: (days: number) => `${days} days left or fewer`,
      early: (parts: string) => `not yet: ${parts}`,
      unknown: 'could not tell when it ends',
      why: 'Renewing early does no harm, but every machine has to learn the new certificate.',
      mend: 'Go on only where there is a reason, such as a key that somebody may have copied.',
    },
    configurationServer: {
      title: 'The certificate of the configuration server',
      needed: 'not about to end, and known here',
      ends: (until: string) => until,
      other: 'it shows another certificate than the one known here',
      unseen: (why: string) => `could not tell: ${why}`,
      why: 'When it has ended, nothing that is connected to it works, and a registration fails.',
      mend: 'It can not be renewed here. While it is valid and all is connected: Azure portal, Configuration servers, the server, "Renew certificates". Once expired: RenewCerts.exe on the configuration server. A new one is learned here by the services within about 10 minutes.',
    },
  },
  steps: {
    renew: {
      title: 'Renew the certificate of the data port',
      reason:
        'RenewCerts.exe stops cxprocessserver, makes a new certificate with gencert.exe and starts it again. Its exit code says nothing, so the port is asked.',
    },
    proveRegistration: {
      title: 'Prove the new registration certificate',
      reason: 'It has to be valid for longer than the one before.',
    },
  },
  checks: {
    renewed: 'The data port sends a new certificate',
    runs: 'cxprocessserver runs',
    answers: (port: number) => `Port ${port} answers`,
    longer: 'The registration certificate is valid for longer than before',
  },
  undo: {
    renew: 'the key before is in the backup, from where "Backups" puts it back',
    prove: 'nothing is changed by looking',
  },
  notes: {
    before: (name: string, thumbprint: string, day: string) =>
      `${name} before: ${thumbprint}, valid until ${day}.`,
    machines:
      'Machines whose uploads are refused afterwards learn the new certificate within about 10 minutes; restart the mobility service of one that does not.',
    sameRegistration:
      'The configuration server gives out the newest certificate it has for this server. Where that is the same as before, the last step fails and says so: the registration was not renewed.',
  },
  problems: {
    refused: {
      what: "Couldn't renew the certificate of the data port.",
      meaning:
        'RenewCerts.exe said below why. By its own rules it put the old certificate back and started the service again.',
      next: 'Retry. If a file is in use, find the program that holds it, an antivirus scanner for example.',
    },
  },
} as const;
