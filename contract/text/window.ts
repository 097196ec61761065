/** Words of main's own dialogs. */
export const windowText = {
  saveAnswers: 'Save the answer file',
  exportPlan: 'Export the plan as scripts',
  notSaved: {
    what: "Couldn't save the file.",
    meaning: 'Windows did not let this program write it there.',
    next: 'Choose another folder, then save again.',
  },
} as const;
