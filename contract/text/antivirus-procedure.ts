const listed = (paths: readonly string[]) => paths.join(', ');

const counted = (count: number) => (count === 1 ? '1 exclusion' : `${count} exclusions`);

/** Words of the procedure that looks after antivirus exclusions. */
export const antivirusText = {
  title: 'Antivirus exclusions',
  verbs: {
    add: 'Add what is missing',
    match: 'Match the list',
    remove: 'Remove',
    show: 'Compare',
    copy: 'Show the list',
  },
  introduction: [
    'A virus scanner that holds a file which the process server wants to move stops replication. The folders of Site Recovery have to be left alone.',
    'For Microsoft Defender the exclusions are compared with the list, set and read back. For any other product the list is there to copy.',
    'Differs from the article: for a source machine it names C:\\ProgramData\\ASR\\agent only. That lies behind a junction; scanners that look at where a file really lies need the install folder as well, so both are on the list, as the article has it for a process server.',
    'Takes a few seconds. No service is stopped.',
  ],
  section: 'Which machine and what to do',
  questions: {
    machine: {
      label: 'For which machine is the list?',
      hint: 'Only the exclusions of this server can be read and changed here.',
      processServer: 'This process server',
      processServerHint: 'Also when a master target is on it, as set-up makes it.',
      masterTarget: 'A master target elsewhere',
      masterTargetHint: 'The list to copy there. Nothing is changed here.',
      sourceMachine: 'A source machine',
      sourceMachineHint: 'A replicated machine with the mobility service. The list to copy there.',
    },
    folder: {
      label: 'Install folder on that machine',
      hint: 'Where Site Recovery was installed there, without \\agent at its end.',
    },
    action: {
      label: 'What is to be done?',
      hint: 'Undo takes back exactly what was changed.',
      add: 'Add what is missing',
      addHint: 'Exclusions that are there stay as they are.',
      match: 'Match the list',
      matchHint: 'Adds what is missing and removes left-over exclusions of Site Recovery.',
      remove: 'Remove',
      removeHint: 'Removes every exclusion of Site Recovery, for example before a decommission.',
      show: 'Only compare',
      showHint: 'Changes nothing, and fails when something is missing or left over.',
    },
  },
  wrong: { folder: 'Use a folder with its drive, such as C:\\Program Files (x86)\\Site Recovery.' },
  copies: {
    folders: 'Folders to exclude, one on each line',
    command: 'For Microsoft Defender on that machine, in PowerShell as administrator',
  },
  findings: {
    defender: 'Microsoft Defender',
    otherProducts: 'Other antivirus products',
    noOther: 'none that is known',
    excluded: 'excluded',
    missing: 'not excluded',
    additional: 'excluded, but not on the list',
    unknown: 'could not tell',
    states: {
      active: 'watches this server',
      asleep: (mode: string) => `does not watch this server (${mode})`,
      off: 'does not run',
      absent: 'not on this Windows',
      unknown: (why: string) => `could not tell: ${why}`,
      hidden: 'its exclusions are hidden from whoever is signed in',
      lockedBy: {
        policy: 'its exclusions are managed by a policy',
        tamperProtection: 'its exclusions are locked by tamper protection',
      },
      tamperProtected: 'tamper protection is on',
    },
  },
  conditions: {
    withList: (mend: string, paths: readonly string[]) => `${mend} The list: ${listed(paths)}`,
    installed: {
      title: 'Where the process server is installed',
      needed: 'known',
      missing: 'no process server is installed here',
      why: 'The list names the real install folder.',
      mend: 'Set up a process server first, or choose a machine elsewhere for its list.',
    },
    readable: {
      title: 'The exclusions of Microsoft Defender can be read',
      needed: 'read',
      unknown: (why: string) => `could not tell: ${why}`,
      absent: 'Microsoft Defender is not on this Windows, or does not run',
      hidden: 'they are hidden from whoever is signed in',
      why: 'What can not be read can be neither compared nor proven.',
      mend: 'Where another product watches this server, copy the list into that. Where they are hidden, sign in as administrator; a policy can hide them even then.',
    },
    changeable: {
      title: 'The exclusions can be changed on this server',
      needed: 'nobody else manages them',
      policy: 'a policy manages them',
      tamperProtection: 'tamper protection locks them',
      why: 'Microsoft Defender takes such a change without an error and ignores it.',
      mend: 'Copy the list into the policy that manages this server (group policy, Intune, Configuration Manager).',
    },
    watching: {
      title: 'Microsoft Defender watches this server',
      needed: 'it watches',
      asleep: (mode: string) => `it does not (${mode})`,
      why: 'While it does not, its exclusions do nothing: another product may need the same list.',
      mend: 'Copy the list into the product that watches this server.',
    },
    otherProducts: {
      title: 'No other antivirus product',
      needed: 'none that is known',
      found: (names: string) => names,
      why: 'This program can neither read nor change the exclusions of another product.',
      mend: 'Copy the list into it, and compare it there.',
    },
    drift: {
      title: 'The exclusions are as the list',
      needed: 'nothing missing, nothing left over',
      missing: (paths: readonly string[]) => `missing: ${listed(paths)}`,
      additional: (paths: readonly string[]) => `left over: ${listed(paths)}`,
      why: 'A missing one lets the scanner stop replication. One too many leaves a folder unwatched that need not be.',
      mend: '"Add what is missing" adds, "Match the list" also removes what is left over.',
    },
  },
  steps: {
    add: {
      title: 'Add the exclusions',
      reason: 'Only those that are missing. They are in force at once.',
    },
    remove: {
      title: 'Remove exclusions',
      reason: 'Only those named here. Exclusions of other programs are not touched.',
    },
    compare: {
      title: 'Compare with the list',
      reason: 'Read from Microsoft Defender once more.',
    },
    copy: {
      title: 'Take the list with you',
      reason: 'It is in the notes of this plan. Nothing is changed on this server.',
    },
  },
  checks: {
    present: 'Microsoft Defender excludes these',
    absent: 'Microsoft Defender no longer excludes these',
    none: 'Nothing of Site Recovery is excluded that is not on the list',
  },
  undo: {
    add: (count: number) => `What was added is removed again: ${counted(count)}.`,
    remove: (count: number) => `What was removed is added again: ${counted(count)}.`,
    look: 'nothing is changed by looking',
  },
  notes: {
    found: (paths: readonly string[]) =>
      paths.length === 0
        ? 'Exclusions of Site Recovery as found: none.'
        : `Exclusions of Site Recovery as found: ${listed(paths)}.`,
    list: (paths: readonly string[]) => `The list: ${listed(paths)}`,
    command: (line: string) => `For Microsoft Defender on that machine: ${line}`,
    nothing: 'Nothing has to be changed: there is only the comparison.',
    junction:
      'A junction that was made after Microsoft Defender started counts only after the next restart of Windows. The real folder counts at once.',
    noBackup:
      'There is no backup of the registry key: Microsoft Defender does not let it be written back. The exclusions as found are kept with this plan, and undo puts them back.',
  },
  afterwards: {
    elsewhere: (paths: readonly string[]) =>
      `Exclude these folders on that machine: ${listed(paths)}`,
    otherProducts: (names: string, paths: readonly string[]) =>
      `Nothing was changed in ${names}: copy the list into it and compare it there. The list: ${listed(paths)}`,
    asleep: (mode: string) =>
      `Microsoft Defender does not watch this server (${mode}): its exclusions do nothing until it does.`,
  },
  problems: {
    unreadable: {
      what: "Couldn't read what Microsoft Defender answered.",
      meaning: 'The answer has another form than is known.',
      next: 'Report this with the support bundle.',
    },
    refused: {
      what: "Couldn't change the exclusions of Microsoft Defender.",
      meaning: 'It refused the change with the words below.',
      next: 'Start this program as administrator. If that is so, ask who manages Microsoft Defender here.',
    },
    ignored: {
      what: 'Microsoft Defender took the change and ignored it.',
      meaning: 'A policy or tamper protection manages its exclusions. Nothing was changed.',
      next: 'Copy the list into the policy that manages this server.',
    },
    hidden: {
      what: "Couldn't prove that the exclusions were changed.",
      meaning: 'Microsoft Defender hides its exclusions from whoever is signed in.',
      next: 'Sign in as administrator, or ask who manages Microsoft Defender here.',
    },
  },
} as const;
