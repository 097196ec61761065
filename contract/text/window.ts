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
} as const;
