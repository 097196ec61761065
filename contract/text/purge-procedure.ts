/** Words of the procedure that removes a dead process server from its configuration server. */
export const purgeProcedureText = {
  title: 'Purge a disconnected process server',
  verb: 'Purge',
  introduction: [
    'For a process server that can not be brought back: its entry is removed from the list of its configuration server. Run it on the configuration server. A process server that still answers is decommissioned on itself instead.',
    'The script of the vendor, Unregister-ASRComponent.pl, lists the servers that have the address and asks which one is meant. It is started here, its list is shown to you, and only the row that you approve is answered.',
    'Have at hand: the address of the dead process server. Move its machines to another process server first, in the portal. It takes a minute; the portal shows it within 15 minutes.',
    'Differs from the article: there you open "%ProgramData%\\ASR\\home\\svsystems\\bin" and type "perl", which is whatever Perl is found first. Here the script is taken from where it is installed, on whatever drive, and Perl is the one of the vendor.',
    'Not proven: the source of the script is not public. What it prints is known from the articles only, so every word that is not understood stops this before anything is chosen.',
  ],
  sections: { server: 'Which server', row: 'Which entry' },
  questions: {
    address: {
      label: 'Address of the dead process server',
      hint: 'IPv4, as the portal shows it beside the process server.',
    },
    list: {
      label: 'Read the list now',
      hint: "Starts the vendor's script up to its question and ends it there, with nothing chosen. It has no other way to show its list.",
    },
    row: {
      label: 'Which entry is to be removed?',
      hint: 'As the configuration server lists them now. The heartbeat tells entries of the same name apart.',
    },
    gone: {
      label: 'It is gone for good',
      hint: 'Nobody will start this machine again, and no machine sends to it any more. There is no way back.',
    },
  },
  choiceHint: (heartbeat: string, age: string) => `last heard of ${heartbeat}${age}`,
  age: (hours: number) =>
    hours < 1
      ? ' (less than an hour ago)'
      : hours < 48
        ? ` (${Math.floor(hours)} hours ago)`
        : ` (${Math.floor(hours / 24)} days ago)`,
  neverHeard: ', which is no time that could be read',
  sameRows: (count: number) => `; ${count} entries that can not be told apart`,
  findings: {
    role: 'Role of this server',
    isConfigurationServer: 'configuration server',
    isProcessServer: (address: string) =>
      `process server only. Its configuration server is ${address}: run it there`,
    isNeither: 'no part of Site Recovery is installed. Run it on the configuration server',
    unknownAddress: 'not known here',
    script: "The vendor's script",
    perl: 'Perl of the vendor',
    missing: (path: string) => `not there: ${path}`,
    list: 'The list',
    notRead: 'not read yet',
    notHere: 'not read: only the configuration server has it. Run this there',
    none: (address: string) =>
      `no process server has the address ${address}: go back and enter it as the portal shows it. If the portal lists none either, there is nothing to purge`,
    listed: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  },
  wrong: {
    ownAddress: 'That is an address of this server. Its own process server can not be purged.',
    readFirst: 'Switch this on: without the list nobody knows what would be removed.',
    chooseRow: 'Choose one of the entries that are listed now.',
    several: 'Several entries have this name, address and heartbeat. None of them can be chosen.',
    confirm: 'Switch this on if it is so. Otherwise leave the entry where it is.',
  },
  conditions: {
    role: {
      title: 'This is the configuration server',
      needed: 'configuration server',
      why: 'Only the configuration server has the list and the script that removes from it.',
      mend: 'Start this program on the configuration server, and purge there.',
    },
    script: {
      title: "The vendor's script is there",
      needed: 'there',
      why: 'Nothing else removes an entry.',
      mend: 'Repair the installation of the configuration server.',
    },
    perl: {
      title: 'Perl of the vendor is there',
      needed: 'there',
      why: 'The script runs in it, and no other Perl is trusted.',
      mend: 'Repair the dependencies of the configuration server.',
    },
    database: {
      title: 'MySQL runs',
      needed: 'running',
      stopped: 'not running',
      why: 'The list is in its database.',
      mend: 'Start the services first.',
    },
    list: {
      title: 'The list was read',
      needed: 'read',
      why: 'What is removed is chosen from it.',
      mend: "Read the script's words, mend their cause, then look again.",
    },
    silent: {
      title: 'Nothing is heard of it any more',
      needed: 'no heartbeat for a day',
      lives: (heartbeat: string) => `last heard of ${heartbeat}`,
      unreadable: (heartbeat: string) => `"${heartbeat}", which is no time that could be read`,
      why: 'A server that reports is alive: removed here, it would go on sending, or come back as another entry.',
      mend: 'Decommission it on itself while it is connected. If it was stopped just now, wait and look again.',
    },
    machines: {
      title: 'Its machines send elsewhere',
      needed: 'all moved to another process server',
      found: 'can not be told here',
      why: 'The configuration server does not show which machines still belong to it.',
      mend: 'In the portal, see that no machine uses this process server; else switch them to another one.',
    },
  },
  steps: {
    purge: (server: string, heartbeat: string) => ({
      title: `Purge ${server}`,
      reason: `The list is read anew, and only the entry last heard of ${heartbeat} is chosen; is it not there exactly once, nothing is. Then the list is read back: words of success are no proof.`,
    }),
  },
  undo: {
    purge: 'an entry that was removed comes back only when that server registers again',
  },
  checks: {
    gone: (server: string, heartbeat: string) =>
      `${server}, last heard of ${heartbeat}, is not in the list any more`,
  },
  afterwards: {
    portal:
      'The portal may list this server until {time}. When it still does after that, choose Refresh server on the configuration server there.',
  },
  /** What the step touches: no file, but what is shown in the place of one. */
  entry: (server: string, heartbeat: string) =>
    `Database of the configuration server: the entry ${server}, ${heartbeat}`,
  notes: {
    chosen: (server: string, heartbeat: string) =>
      `The entry ${server}, last heard of ${heartbeat}, is removed. No other one is touched.`,
    others: (rows: readonly { server: string; heartbeat: string }[]) =>
      `What stays in the list: ${rows.map(({ server, heartbeat }) => `${server}, last heard of ${heartbeat}`).join('; ')}.`,
    portal: 'The portal shows it within 15 minutes, or after Refresh server.',
    noBackup:
      'The entry lies in the database of the configuration server, which can not be kept as a file. Files and registry are not touched.',
  },
} as const;
