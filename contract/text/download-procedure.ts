import { proxyQuestionsText as shared } from './proxy-questions';

/** Words of the procedures that fetch, keep and remove set-up files. */
export const downloadProcedureText = {
  title: 'Download a set-up file',
  verb: 'Download and verify',
  verbFile: 'Copy and verify',
  introduction: [
    'This fetches the set-up file of classic Site Recovery, or takes one you have already, verifies who signed it and keeps it in a folder that only SYSTEM and Administrators can open. Nothing is installed.',
    'Where the portal offers it: open your Recovery Services vault, then Site Recovery Infrastructure, Configuration Servers (under For VMware & Physical Machines), your configuration server, + Process Server. Choose "Deploy a Scale-out Process Server on-premises", then copy the link of "Download the Microsoft Azure Site Recovery Unified Setup".',
    'The newest may be too new: the version of a process server has to be equal to or lower than the version of its configuration server. The simplest way to be sure is the very file with which the configuration server was installed or upgraded last.',
    'A download of about 1 GB usually takes some minutes. It can be cancelled or interrupted and goes on where it ended.',
    'Several versions can be kept side by side; Maintain lists them.',
  ],
  sections: { source: 'Set-up file', internet: 'Internet settings' },
  findings: {
    kept: (version: string) => `Kept: version ${version}`,
    unfinished: 'Unfinished download',
    unfinishedValue: (from: string) =>
      `${from}: goes on where it ended when this link is used again`,
    systemProxy: 'Proxy of Windows',
    none: 'none',
  },
  questions: {
    source: {
      label: 'Where is the set-up file?',
      hint: 'A link of the Azure portal, or a file that was fetched with a browser on this or another computer.',
      link: 'On the internet: I have its link',
      linkHint: 'It is fetched from here, through the proxy you choose.',
      file: 'On this server: I have the file',
      fileHint: 'It is copied, so that nobody can change it after it was verified.',
    },
    link: {
      label: 'Link',
      hint: 'For example https://aka.ms/unifiedinstaller_weu. Only https, and only servers from which Microsoft offers downloads.',
    },
    setupFile: {
      label: 'Set-up file',
      hint: 'Usually MicrosoftAzureSiteRecoveryUnifiedSetup.exe.',
    },
    expectedSha256: {
      label: 'Expected SHA-256',
      hint: 'If you know it, for example from the configuration server: 64 digits and letters. Another file is then refused.',
    },
    proxyMode: {
      label: 'How this server reaches the internet',
      hint: 'Only for this download. What the agent uses later is set by Set up.',
      direct: 'Directly',
      directHint: 'No proxy.',
      system: 'As Windows does',
      systemHint: 'With the proxy settings of Windows, signed in with your Windows account.',
      custom: 'Through a proxy',
      customHint: 'With address, port and, if needed, a sign-in.',
    },
    proxyAddress: { label: 'Proxy address', hint: 'In the form http://proxy.contoso.com.' },
    proxyPort: shared.port,
    proxyAccount: {
      label: 'Sign-in to the proxy',
      hint: 'Tried with the same account under which this program runs.',
      none: 'None',
      noneHint: 'The proxy lets everybody through.',
      windows: 'My Windows account',
      windowsHint: 'For proxies that ask for Kerberos or NTLM.',
      given: 'A user and a password',
      givenHint: 'For proxies that ask for a user of their own.',
    },
    proxyUser: shared.user,
    proxyPassword: {
      label: shared.passwordLabel,
      hint: 'Kept in memory only, until this program ends.',
    },
  },
  test: 'Test the way to the link',
  tests: {
    did: (address: string, way: string) => `Asked for ${address} ${way}.`,
    direct: 'without a proxy',
    system: 'as Windows reaches the internet',
    custom: (proxy: string) => `through ${proxy}`,
    reached: (status: number) => `An answer came (HTTP status ${status}).`,
    notFound: (status: number) =>
      `The way is open, but there is no file at that link (HTTP status ${status}).`,
    notFoundNext: 'Copy the link from the Azure portal again.',
    elsewhere: (host: string) =>
      `The link leads to ${host === '' ? 'an address that can not be read' : host}, which is not among the servers from which Microsoft offers downloads.`,
    forbidden: (message: string) => `The proxy does not let this request through: ${message}`,
    forbiddenNext: 'Have the proxy let this address through, or choose another way.',
    refused: (status: number, schemes: string) =>
      `The proxy asks for another sign-in (${status}). It offers: ${schemes === '' ? 'nothing it names' : schemes}.`,
    refusedNext: 'Choose another sign-in, or check user and password.',
    failed: (message: string) => `Nothing came back: ${message}`,
    failedNext: 'Check the proxy, name resolution and firewall of this server.',
    context: (identity: string) => `Tested as ${identity}, as the download will be made.`,
  },
  wrong: {
    required: 'Enter a value.',
    link: 'Enter a link that begins with https://.',
    linkHost: (host: string) =>
      `${host} is not among the servers from which Microsoft offers downloads. Fetch the file with a browser and choose it here: its signature is verified either way.`,
    linkQuery:
      'Leave out what follows the question mark: it can hold a key, and keys are not kept in plans.',
    linkPort: 'Leave out the port and any user: only plain https is fetched.',
    linkForm: 'This is not an address of the internet.',
    sha256: 'A SHA-256 has 64 characters from 0 to 9 and a to f.',
    noneChosen: 'Choose one of the kept files.',
  },
  step: {
    title: 'Download the set-up file',
    reason:
      'Fetched over https from servers of Microsoft only, in pieces that survive a broken line.',
  },
  checks: { whole: 'The whole file is there', noted: 'What is known of it is kept' },
  notes: {
    signature:
      'Whoever the link belongs to: the file is only ever run when Microsoft signed exactly these bytes.',
    tooNew:
      'The newest may be too new: compare its version with that of the configuration server before you set up.',
    cancel: 'What came so far stays when you cancel, and a retry goes on from there.',
  },
  remove: {
    title: 'Remove a kept set-up file',
    verb: 'Remove',
    introduction: [
      'This removes one kept set-up file with what was unpacked from it. Nothing that is installed is touched.',
    ],
    section: 'Set-up file',
    question: {
      label: 'Which one?',
      hint: 'A file that is needed again later has to be downloaded again.',
    },
    choice: (version: string, size: string) => `${version}, ${size}`,
    noVersion: 'not verified',
    step: { title: 'Remove the kept set-up file', reason: 'You asked for it.' },
    undo: 'the file would have to be downloaded again',
  },
} as const;
