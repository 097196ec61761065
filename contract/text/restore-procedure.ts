const states = {
  same: 'the same',
  changed: 'other now',
  missing: 'gone now',
  added: 'came since',
  absent: 'was not there, and is not',
  damaged: 'its copy is damaged',
  unknown: 'could not be told',
} as const;

/** Words of the procedure that puts back what a change kept. */
export const restoreProcedureText = {
  title: 'Restore a backup',
  verbs: { restore: 'Restore', delete: 'Delete backups' },
  introduction: [
    'Before every change this program keeps the configuration files, certificates and registry keys that the change touches. Here they are put back as they were.',
    'The present state is kept first, so a restore can itself be taken back by restoring that backup.',
    'Only what differs is put back. Each file is proven by its SHA-256, each registry key value by value.',
    'Removed programs do not come back this way: for those, set up again.',
    'Usually a few minutes, because the services are stopped meanwhile. Machines wait with their data.',
    'Backups are never deleted by themselves. Their size is shown, and old ones can be deleted here.',
  ],
  sections: { choose: 'Which backup', what: 'What it holds' },
  state: (state: keyof typeof states) => states[state],
  key: (view: string, key: string) => `${key} (${view}-bit)`,
  choice: (madeFor: string, when: string) => `${when}: before "${madeFor}"`,
  choiceHint: (files: number, keys: number, size: string, differs: number) => {
    const now =
      differs === 0
        ? 'nothing differs now'
        : `${differs} of them ${differs === 1 ? 'differs' : 'differ'} now`;
    const held = `${files} ${files === 1 ? 'file' : 'files'}, ${keys} registry ${keys === 1 ? 'key' : 'keys'}`;
    return `${held}, ${size}; ${now}`;
  },
  moment: (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`,
  findings: {
    all: 'Backups kept',
    allValue: (count: number, size: string) =>
      `${count} ${count === 1 ? 'backup' : 'backups'}, ${size}`,
    none: 'none yet, so there is nothing to restore: one is made by itself before every change',
    more: 'More',
    moreValue: (count: number) => `${count} more, all listed in the checks and the plan`,
  },
  questions: {
    action: {
      label: 'What is to be done?',
      hint: 'A backup is one folder that only administrators can open.',
      restore: 'Restore a backup',
      restoreHint: 'Puts back what differs from it.',
      delete: 'Delete old backups',
      deleteHint: 'Frees their space. They can not be restored any more.',
    },
    backup: { label: 'Backup', hint: 'The newest comes first.' },
    older: {
      label: 'Which are deleted?',
      hint: 'Younger ones stay.',
      choice: (days: number) => `Older than ${days} days`,
      choiceHint: (count: number, size: string) =>
        count === 0 ? 'none' : `${count} ${count === 1 ? 'backup' : 'backups'}, ${size}`,
    },
    extras: {
      label: 'What was not there when the backup was made',
      hint: 'Files, registry keys and values that came since.',
      keep: 'Leave it',
      keepHint: 'The usual choice: only what was there is put back.',
      remove: 'Remove it',
      removeHint: 'Everything in the backup is then exactly as it was.',
    },
    services: {
      label: 'Stop the services of Site Recovery meanwhile',
      hint: 'They read their files and keys when they start. Those that run now are started again.',
    },
  },
  wrong: {
    backup: 'Choose a backup that is there.',
    older: 'Choose an age.',
    choice: 'Choose one of the answers.',
  },
  conditions: {
    kept: {
      title: 'There is a backup',
      needed: 'at least one',
      none: 'none',
      why: 'Only what was kept can be put back.',
      mend: 'A backup is made by itself before every change.',
    },
    differs: {
      title: 'Something differs from the backup',
      needed: 'at least one file or key',
      nothing: 'all is as it was kept',
      why: 'Only what differs is put back.',
      mend: 'Choose another backup, or leave the server as it is.',
    },
    own: {
      title: 'Every backup is one of this program',
      needed: 'all',
      unusable: (folders: string) => `not as this program writes one: ${folders}`,
      why: 'A record that names other places than its own copies and local files is never put back.',
      mend: 'Find out who changed it. Nothing of it is listed here.',
    },
    programs: {
      title: 'The programs are those of the backup',
      needed: 'the same versions',
      unknown: 'could not be told: this backup does not name the versions of its time',
      other: (names: string) => `gone or other now: ${names}`,
      why: 'Put back after an upgrade or a removal, Windows and the vendor would be told of programs that are not there, and files of one version would serve another.',
      mend: 'Choose a backup made since. Single files can be taken from its folder by hand.',
    },
    whole: {
      title: 'The backup is whole',
      needed: 'every copy as it was made',
      damaged: (names: string) => `missing or changed: ${names}`,
      why: 'A damaged copy is never put back; what it was made of stays as it is.',
      mend: 'Choose another backup if you need these.',
    },
    extras: {
      title: 'Nothing came since',
      needed: 'nothing',
      found: (names: string, willGo: boolean) =>
        `${willGo ? 'will be removed' : 'stays'}: ${names}`,
      why: 'What was not there when the backup was made can change what a program does.',
      mend: 'Choose whether it stays.',
    },
    old: {
      title: 'There are backups of that age',
      needed: 'at least one',
      none: 'none',
      why: 'Otherwise there is nothing to delete.',
      mend: 'Choose a smaller age.',
    },
  },
  steps: {
    file: (path: string) => ({
      title: `Put back ${path}`,
      reason: 'It differs from the copy that was kept.',
    }),
    removeFile: (path: string) => ({
      title: `Remove ${path}`,
      reason: 'It was not there when the backup was made, and you chose to remove such things.',
    }),
    key: (key: string) => ({
      title: `Put back ${key}`,
      reason: 'Its values differ from those that were kept.',
    }),
    removeKeys: (key: string) => ({
      title: `Remove what came into ${key}`,
      reason: 'It was not there when the backup was made, and you chose to remove such things.',
    }),
    prove: {
      title: 'Prove that all is as it was kept',
      reason: 'A program that started again can have written its files anew.',
    },
    delete: (when: string, madeFor: string) => ({
      title: `Delete the backup of ${when}`,
      reason: `It was made before "${madeFor}" and is older than you want to keep.`,
    }),
  },
  checks: {
    file: (path: string) => `${path} is as it was kept`,
    gone: (path: string) => `${path} is gone`,
    key: (key: string) => `${key} is as it was kept`,
  },
  undo: {
    restore: 'what was there before is kept in the backup of this operation: restore that one',
    prove: 'nothing is changed by looking',
    delete: 'a deleted backup can not be brought back',
  },
  notes: {
    from: (when: string, madeFor: string) => `Backup of ${when}, made before "${madeFor}".`,
    extrasStay: (names: string) => `Was not there then and stays: ${names}.`,
    extrasGo: (names: string) => `Was not there then and is removed: ${names}.`,
    damaged: (names: string) => `Its copy is damaged, so it stays as it is: ${names}.`,
    certificates:
      'Certificates come back with what Windows keeps of them in the registry. Their private keys lie in files of Windows, which no change of this program removes.',
    folders:
      'Files that came into a folder since stay there: the backup names only those it holds.',
    size: (size: string) => `Frees ${size}.`,
  },
};
