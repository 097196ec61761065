const partNames = {
  masterTarget: 'master target',
  agent: 'Microsoft Azure Recovery Services Agent',
  processServer: 'process server',
  dependencies: 'dependencies',
} as const;
type Part = keyof typeof partNames;

const listed = (names: readonly string[]) => names.join(', ');

/** Words of the procedure that removes a process server for good. */
export const text = {
  title: 'Decommission',
  verb: 'Decommission',
  introduction: [
    'This removes the process server from this server: the master target with the agent, the process server, then its dependencies. While it is removed it takes itself off the configuration server.',
    'First move every machine that uses it to another process server, in the portal. Afterwards there is no way back but a new installation.',
    'Usually about 10 minutes, longer when Windows Installer has to be waited for. It can be stopped between two parts. Windows is restarted only when an uninstaller asks for it, and only by you.',
    'Differs from the article: it lists three parts to remove by hand and names the agent last. Removing the master target removes the agent already, so whether the agent serves Azure Backup here as well is asked first. A removal that returned is not taken for done: entry, uninstaller and its copy have to be gone.',
  ],
  sections: { before: 'Before anything is removed', confirm: 'What you confirm' },
  answered: (host: string, port: number, status: number) =>
    `${host} answers on port ${port} over TLS (HTTP ${status}).`,
  silent: (host: string, port: number, words: string) =>
    `${host} does not answer on port ${port}: ${words}`,
  signs: {
    value: (name: string) => `${name} is set`,
    schedule: (folder: string) => `there is a schedule in ${folder}`,
  },
  parts: partNames,
  findings: {
    configurationServer: 'Configuration server',
    noConfigurationServer: 'none is written down on this server',
    parts: 'Installed parts',
    noParts: 'none',
    agent: 'Microsoft Azure Recovery Services Agent',
    agentAbsent: 'not installed',
    agentOnly: 'no sign of Azure Backup: it seems to serve Site Recovery only',
    agentBackup: (signs: readonly string[]) => `serves Azure Backup as well: ${listed(signs)}`,
    deleted: 'Deleted with the dependencies, with all in it',
    temporary: 'Now in C:\\Temp',
  },
  questions: {
    csState: {
      label: 'The configuration server',
      hint: 'Vault > Site Recovery Infrastructure > Configuration Servers: its status has to be "Connected".',
      connected: 'It is connected',
      connectedHint: 'The process server takes itself off its list while it is removed.',
      gone: 'It is gone for good',
      goneHint: 'There is nobody to take this server off a list. The parts are only removed here.',
    },
    unassigned: {
      label: 'No machine uses this process server any more: type its name',
      hint: 'Look it up: vault > Site Recovery Infrastructure > Configuration Servers > your server > this process server. The number of machines has to be 0. This program can not see it yet. Type the name of this server when that is so.',
    },
    agent: {
      label: 'Does the agent back up this server too?',
      hint: 'Removing the master target removes the Microsoft Azure Recovery Services Agent, and with it scheduled backups of this server to Azure Backup.',
      only: 'No, it serves Site Recovery only',
      onlyHint: 'Open Microsoft Azure Backup on this server: no backup is scheduled.',
      mayGo: 'Yes, and these backups may end',
      mayGoHint: 'Recovery points stay in the vault as long as you do not delete them there.',
      stays: 'Yes, and they have to go on',
      staysHint: 'Then this server can not be decommissioned here.',
    },
    failback: {
      label: 'This is an Azure virtual machine for failback only',
      hint: 'A reminder is added to delete the machine itself: it costs money as long as it exists.',
    },
  },
  wrong: {
    choice: 'Choose one of the answers.',
    otherName: (name: string) => `Type the name of this server, ${name}, once no machine uses it.`,
    backupSeen:
      'There are signs of Azure Backup on this server. Choose whether these backups may end.',
  },
  conditions: {
    installed: {
      title: 'Something to remove',
      needed: 'At least one part of a process server is installed.',
      why: 'What the uninstallers left behind is removed under "Remove what is left".',
      mend: 'Open "Remove what is left" under Maintain.',
      missing: 'No part of a process server is installed.',
    },
    role: {
      title: 'A process server on its own',
      needed: 'No configuration server is on this server.',
      why: 'With the configuration server every machine that it looks after loses its protection.',
      mend: 'Leave this server as it is. A configuration server is removed as its own article says.',
      both: 'The configuration server is installed here as well.',
    },
    configurationServer: {
      title: 'Configuration server reached',
      needed: 'The configuration server answers this server.',
      why: 'The process server takes itself off its list while it is removed, and tells nobody when that fails. Otherwise it stays in the portal.',
      mend: 'Start the configuration server, or mend the network between them. When it is gone for good, go back and answer so; when this server stays listed, purge it on the configuration server.',
      unknown: 'No address of a configuration server is written down on this server.',
      gone: 'It is gone for good, as you answered.',
    },
    registered: {
      title: 'Registered with the configuration server',
      needed: 'This server has a registration.',
      why: 'Without one it can have been removed in the portal already.',
      mend: 'Go on when that is so. Otherwise register again first, so that it can take itself off.',
      missing: 'There is no registration on this server.',
    },
    agent: {
      title: 'The agent may go',
      needed: 'The Microsoft Azure Recovery Services Agent backs up nothing else here.',
      why: 'Removing the master target removes the agent, and with it scheduled backups of this server.',
      mend: 'Move the backups elsewhere first, then answer that they may end.',
      stays: 'Backups of this server to Azure Backup have to go on.',
      seen: (signs: readonly string[]) =>
        `You answered that nothing else is backed up, but there are signs of Azure Backup: ${listed(signs)}.`,
      unanswered: (signs: readonly string[]) =>
        `Whether it does is not answered yet.${signs.length === 0 ? '' : ` There are signs of Azure Backup: ${listed(signs)}.`}`,
      mayGo: (signs: readonly string[]) =>
        `Backups of this server to Azure Backup end${signs.length === 0 ? '.' : `: ${listed(signs)}.`}`,
    },
    installer: {
      title: 'Windows Installer is free',
      needed: 'No other installation or removal runs.',
      why: 'Windows removes one product at a time; a second one ends with 1618.',
      mend: 'Wait until the other installation has ended (Windows Update counts too).',
      busy: 'Windows Installer is at work.',
    },
    restart: {
      title: 'No restart is pending',
      needed: 'Windows waits for no restart.',
      why: 'An uninstaller may refuse, or leave files, while one is pending.',
      mend: 'Restart Windows first when that suits you.',
      pending: 'Windows waits for a restart.',
    },
    temporary: {
      title: 'Nothing of yours in C:\\Temp',
      needed: 'C:\\Temp holds nothing that is still needed.',
      why: 'The uninstaller of the dependencies deletes C:\\Temp with all that is in it, whoever put it there.',
      mend: 'Move what you need out of C:\\Temp before you go on.',
      found: (paths: readonly string[]) => `In it: ${listed(paths)}.`,
    },
    uninstallers: {
      title: 'Uninstallers there',
      needed: 'Every part that is installed has its uninstaller.',
      why: 'Without it a part can not be removed as its maker does.',
      mend: 'Repair the server first: run its set-up again with the same version.',
      missing: (parts: readonly string[]) => `Missing: ${listed(parts)}.`,
    },
  },
  steps: {
    oldLog: {
      title: 'Put the log of an earlier removal away',
      reason:
        'Whether this server takes itself off is read from that log, so an old one must not speak.',
    },
    remove: (part: Part, alsoAgent: boolean) => ({
      title: `Remove the ${partNames[part]}`,
      reason: {
        masterTarget: alsoAgent
          ? 'First, because the other uninstallers refuse while it is there. It starts the removal of the Microsoft Azure Recovery Services Agent without waiting for it; here it is waited for.'
          : 'First, because the other uninstallers refuse while it is there.',
        processServer:
          'It takes itself off the configuration server, stops and removes its services, its folders, keys and firewall rules. A copy of the uninstaller goes on after it has returned; it is waited for.',
        dependencies:
          'Last of the parts that depend on each other. It deletes whole folders, named in the notes. It would restart Windows unless told not to.',
        agent:
          'Usually gone with the master target. It is removed here only when it is still there.',
      }[part],
    }),
    installerFree: (part: Part) => ({
      title: `Wait for Windows Installer before the ${partNames[part]}`,
      reason:
        'It removes one product at a time; Windows Update uses it too. Waited for up to 10 minutes; a removal that began meanwhile ends with 1618 and can be retried.',
    }),
    gone: {
      title: 'Prove that all parts are gone',
      reason: 'By looking at the entries, the services and the folders, not at exit codes.',
    },
    unregistered: {
      title: 'Prove that the process server took itself off the configuration server',
      reason:
        'Its uninstaller goes on when that fails and shows nothing; only its log tells. The portal follows within 15 minutes after this step: look there then. When the proof fails, the parts are removed all the same: go on with "Purge a disconnected process server" on the configuration server.',
    },
  },
  checks: {
    absent: (part: Part) =>
      `The ${partNames[part]} ${part === 'dependencies' ? 'are' : 'is'} not installed any more`,
    noUninstaller: (part: Part) => `The uninstaller of the ${partNames[part]} is gone`,
    noServices: 'Their services are gone (one that is still listed goes when Windows restarts)',
    noOldLog: 'No log of an earlier removal speaks',
    noCopy: 'No uninstaller runs any more',
    installerFree: 'Windows Installer is at work on nothing else',
    noFolder: (path: string) => `${path} is gone`,
    unregistered: 'The log says that it took itself off the configuration server',
  },
  whenNotProven: {
    gone: 'A folder that is still there holds a file in use, or was there before set-up: close what uses it or restart Windows, delete the folder by hand, then retry. The rest of the proof comes only then.',
    unregistered:
      'The parts are removed all the same, and a retry does not help. Stop here, then purge this server on the configuration server: "Purge a disconnected process server" under Maintain there.',
  },
  undo: {
    part: 'A removed part comes back only by a new installation.',
    log: 'A copy of the log is in the backup.',
    prove: 'Nothing is changed by looking.',
  },
  afterwards: {
    portal:
      'The portal may list this server until {time}. When it still does after that, purge it on the configuration server.',
    failback: 'Delete the virtual machine in Azure with its disks now: it goes on costing money.',
    leftovers: 'Logs and a few keys are left: see "Remove what is left" under Maintain.',
  },
  notes: {
    deletes: (folders: readonly string[]) =>
      `With the dependencies go, with all in them: ${listed(folders)}.`,
    temporary: (paths: readonly string[]) => `In C:\\Temp now: ${listed(paths)}.`,
    masterTarget: (folders: readonly string[]) =>
      `With the master target go ${listed(folders)}, with all in it, and the Azure virtual machine agent where its uninstaller finds it.`,
    unlisted:
      'The process server was removed before: whether it took itself off the configuration server is not looked at here. When the portal still lists it, purge it on the configuration server.',
    backupEnds: 'Backups of this server to Azure Backup end with the agent.',
    portal:
      'The portal follows within 15 minutes after the last step. Until then it still lists this server: that is no failure.',
    gone: 'The configuration server is gone for good: nothing is read about taking this server off.',
    failback:
      'This is a virtual machine in Azure for failback: delete the machine with its disks afterwards, or it goes on costing money.',
    leftovers:
      'Logs and a few keys stay. "Remove what is left" lists them, and removes only what you choose.',
    restart: 'Restart Windows afterwards when it suits you: files in use go only then.',
  },
} as const;
