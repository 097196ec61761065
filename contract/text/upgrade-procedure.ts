/** Words of the upgrade: introduction, questions, conditions, steps and notes. */
export const upgradeText = {
  title: 'Upgrade this process server',
  verb: 'Upgrade',
  introduction: [
    'Classic Site Recovery left support on 30 March 2026. Upgrade only to bring this server to the version of its configuration server; where replication works and the versions fit, leave it as it is.',
    'The configuration server comes first, then its process servers, then the mobility agents. A process server may never be newer than its configuration server.',
    'Set-up upgrades at most four minor versions at once (9.52 to 9.55, but not 9.40 to 9.55). This is worked out before anything is changed. Address, data port, passphrase, proxy and registration stay.',
    'Usually about 20 minutes, in which machines wait with their data. A restart of Windows may be needed; this program goes on afterwards. Disconnecting is fine, signing out would end set-up half-way.',
    'Have at hand the version of the configuration server, and a set-up file of that version or lower. Maintain, "Download a set-up file", leads to it and verifies it.',
    'Differs from the article: it double-clicks the download in whatever folder it lies. Here a verified copy in a protected folder is run, never below C:\\Temp, which set-up empties in the middle of an upgrade.',
  ],
  sections: {
    setupFile: 'Set-up file',
    configurationServer: 'Configuration server',
    endpoints: 'Way to Azure',
  },
  findings: {
    installed: 'Installed here',
    none: 'no process server',
    file: 'Version of the set-up file',
    notVerified: 'known after it is verified',
    kind: 'Kind of server',
    galleryImage: 'from the Azure gallery: without master target and agent, which are left out',
    csAddress: 'Configuration server of this server',
    csUnknown: 'not known',
    proxy: 'Proxy',
    proxyUsed: 'this server uses one, of Windows or of the agent',
    proxyNone: 'none is set in Windows or was given to set-up',
  },
  questions: {
    setupFile: {
      label: 'Set-up file',
      hint: 'The one your configuration server was upgraded with is the safest. A copy of it is verified before anything is run.',
    },
    csVersion: {
      label: 'Version of the configuration server',
      hint: 'For example 9.55.6765.1: in the portal on the page of the configuration server, or on it under Control Panel, Programs, beside "Configuration/Process Server". Nothing on this server knows it for sure.',
    },
    endpoints: {
      label: 'Can this server reach Azure directly?',
      hint: 'Before an upgrade set-up asks the endpoints of Site Recovery for an answer, and ends when none comes. It does not know a proxy that was given to a silent set-up.',
      choices: {
        reachable: { label: 'Yes', hint: 'Set-up makes all its checks.' },
        proxy: {
          label: 'Only through a proxy',
          hint: 'Set-up is told to skip its checks (/SkipPrereqsCheck). This program makes those it can.',
        },
        blocked: {
          label: 'No, its endpoints give no answer',
          hint: 'For example after the service has ended. Set-up is told to skip its checks (/SkipPrereqsCheck).',
        },
      },
    },
  },
  wrong: {
    csVersion:
      'Enter the version of the configuration server, for example 9.55.6765.1: this server may not become newer.',
  },
  prepare: {
    title: 'Prepare the set-up file',
    verb: 'Prepare',
    notes: [
      'Nothing is upgraded and no service is stopped. The set-up file is copied into a folder that only SYSTEM and Administrators can open; only this copy is ever run.',
      'No passphrase is tested: an upgrade keeps the one that is here.',
    ],
  },
  conditions: {
    installed: {
      title: 'A whole process server',
      needed:
        'all parts, configured and registered (on a gallery image dependencies and process server)',
      why: 'Set-up upgrades only a whole process server. Else it ends with 2.',
      none: 'nothing installed',
      found: (parts: string) => `there: ${parts}`,
      unregistered: (found: string) => `${found}; not registered`,
      configurationServer: 'a configuration server with its own process server',
      setUpFirst: 'There is nothing to upgrade. Use Set up.',
      completeFirst: (version: string) =>
        `Complete it first: Set up with the set-up file of version ${version}, the one that is installed. Then upgrade.`,
      isConfigurationServer:
        'Leave it: this upgrade is for process servers of their own. Upgrade the configuration server by its own procedure.',
    },
    path: {
      title: 'Versions',
      needed:
        'no part newer than the set-up file, one of them older, by at most four minor versions',
      why: 'Set-up refuses everything else: with 203 the same or a newer version, with 2 one that is too old, and says then that parts are missing.',
      found: (parts: string, offered: string) => `installed: ${parts}; set-up file: ${offered}`,
      same: 'Leave it: every part is at this version already. There is nothing to do.',
      higher: (there: string, offered: string) =>
        `Leave it: version ${there} is installed, newer than this set-up file (${offered}). Set-up goes no version back. If the configuration server is older than ${there}, upgrade the configuration server.`,
      tooOld: (there: string, way: string) =>
        `Leave it, or go in steps: from ${there} set-up goes at most four minor versions at once. Upgrade with one set-up file after another: ${way} (any release of such a version, or one in between). Where you can not get them any more, set up a new process server and move the machines to it.`,
      otherMajor: (there: string, offered: string) =>
        `Leave it: from ${there} to ${offered} no way is known. Set up a new process server and move the machines to it.`,
      unreadable: (version: string) =>
        `Couldn't read the version "${version}", so nobody can tell whether set-up would go along. Use a set-up file whose properties name a version.`,
    },
    space: {
      title: (letter: string) => `Free space on ${letter}`,
      needed: '2 GB',
      why: 'Set-up looks for this much before an upgrade, and replaces files on both drives.',
      mend: 'Free some space on this drive, then check again.',
      found: (gigabytes: number) => `${gigabytes} GB`,
    },
    endpoints: {
      title: 'Way to Azure',
      needed: 'the endpoints of Site Recovery answer without a proxy',
      why: 'Set-up asks them directly before an upgrade, and ends with 1 when no answer comes.',
      mend: 'If Azure can be reached only through a proxy, answer so on the page Way to Azure.',
      direct: 'you answered that they can be reached',
      proxy: 'a proxy is in use here, and you answered that Azure can be reached directly',
      skipped: (reason: string) => `set-up skips its checks: ${reason}`,
      skippedMend:
        'Set-up then does not look at free space and language either, and ends neither cspsconfigtool nor frsvc: this program looks at the first two, and sees that both programs do not run.',
      reasons: {
        reachable: '',
        proxy: 'Azure can be reached only through a proxy, which its check does not use',
        blocked: 'the endpoints give no answer to this server',
      },
    },
    services: {
      title: 'Services',
      needed: 'none hangs in its stop, none is disabled',
      why: 'The installer stops and starts them. It fails with 19 when one does not stop, and set-up with 102 when one does not start.',
      mend: 'Restart Windows when a service hangs. When one is disabled, set the start types right under Services.',
      hanging: (names: string) => `hang in their stop: ${names}`,
      disabled: (names: string) => `disabled: ${names}`,
      good: 'none',
    },
  },
  steps: {
    noTool: {
      title: 'See that cspsconfigtool and frsvc do not run',
      reason:
        'Set-up would end them with its checks. As these are skipped, cspsconfigtool has to be closed by whoever opened it, and frsvc to be stopped.',
    },
    run: {
      title: 'Upgrade',
      reason:
        'Replaces dependencies, process server, master target and agent. /Upgrade stands alone: set-up refuses almost every other switch beside it.',
    },
    runImage: {
      title: 'Upgrade',
      reason:
        'Replaces dependencies and process server. A gallery image has no master target and no agent.',
    },
    runSkipping: (reason: string) => ({
      title: 'Upgrade',
      reason: `Replaces every part that is here. /SkipPrereqsCheck, because ${reason}.`,
    }),
  },
  checks: { noTool: 'Neither cspsconfigtool nor frsvc runs' },
  undoStop: (name: string) => `${name} is started again, in the version that is there.`,
  undo: 'installers go no version back; address, settings and certificates are kept in the backup',
  notes: {
    versions: (from: string, to: string, csVersion: string) =>
      `From ${from} to ${to}; the configuration server is at ${csVersion}.`,
    skipped: (reason: string) =>
      `Set-up is run with /SkipPrereqsCheck: ${reason}. It then looks neither at free space nor at the language, which this program has looked at.`,
    stopped: {
      first:
        'Stopped, in this order: ProcessServerMonitor, tmansvc, ProcessServer, cxprocessserver, InMage PushInstall, LogUpload, so far as they run. One that refuses is named before anything is replaced.',
      masterTarget: 'Set-up itself restarts the master target and the agent.',
      ended: 'Set-up itself ends cspsconfigtool and frsvc where they run.',
    },
    galleryImage:
      'This server is from the Azure gallery: master target, agent and registration are no part of its upgrade.',
    agent:
      'The agent has versions of its own, which no set-up file names: it is proven to be installed and to run.',
    temp: 'Set-up empties C:\\Temp in the middle of an upgrade. Move what you need from there first. Nothing of this program lies there.',
    noCancel:
      'Once set-up runs it can not be cancelled: ended half-way, parts of two versions are left.',
    restart:
      'If Windows has to be restarted (3010), this program asks for it and goes on afterwards.',
    noWayBack:
      'There is no way back to the older version. When set-up fails, its cause is shown; a retry goes on with the parts that are still old.',
  },
} as const;
