import type { Problem } from '../../../contract/problem';

export const commonText = {
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  next: 'Next',
  open: 'Open',
  loading: 'Loading…',
  dismiss: 'Dismiss',
  whatToDo: 'What to do',
  toolWords: 'What the tool said',
  code: (code: string) => `Code: ${code}`,
  unexpectedProblem: {
    what: "Couldn't read the answer.",
    meaning: 'The window and the program behind it did not understand each other.',
    next: 'Close the program and open it again. If it stays so, install the program again.',
    toolWords: [],
    code: null,
  } satisfies Problem,
};
