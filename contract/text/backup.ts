/** Words of the backup that comes before every change. */
export const text = {
  folder: {
    title: 'Make the folder for backups',
    reason: 'Backups hold files of the vendor with keys and passwords: only administrators get in.',
  },
  backUp: {
    title: 'Back up what will change',
    reason:
      'Files, certificates and registry keys are kept as they are, so that they can be restored.',
  },
  undo: 'a backup changes nothing and stays',
  checks: { folder: 'Only administrators get into the folder for backups' },
};
