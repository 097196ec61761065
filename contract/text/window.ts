/** Words of main's own dialogs. */
export const windowText = {
  saveAnswers: 'Save the answer file',
  exportPlan: 'Choose a folder for the scripts',
  notSaved: {
    what: "Couldn't save the file.",
    meaning: 'Windows did not let this program write it there.',
    next: 'Choose another folder, then save again.',
  },
  alreadyThere: {
    what: "Couldn't export: a file of that name is there already.",
    meaning: 'It may be the plan of another server, so it is not written over.',
    next: 'Choose an empty folder, then export again.',
  },
  sessionEnd: {
    title: (operation: string) => `${operation} is at work: don't sign out`,
    message: (operation: string) => `Couldn't let Windows sign out yet: "${operation}" is at work.`,
    detail: [
      'Signing out, shutting down or restarting Windows ends every program of this session, the one that changes this server too. The step would be broken off half-way.',
      'Choose Cancel in Windows and wait until it has ended, or cancel it here first.',
      'To leave now, disconnect the remote session or lock the screen instead: the work goes on.',
      'If you sign out all the same, start this program again afterwards. It shows what was interrupted and goes on from there.',
    ].join('\n\n'),
    understood: 'OK',
  },
} as const;
