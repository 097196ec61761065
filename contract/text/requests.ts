/** Words for a request of the window that could not be answered. */
export const text = {
  stranger: {
    what: "Couldn't accept the request.",
    meaning: 'It did not come from the page of this program.',
    next: 'Close the program and open it again.',
  },
  badRequest: {
    what: "Couldn't accept the request.",
    meaning: 'What the window sent does not have the expected shape.',
    next: 'Close the program and open it again. If it stays so, install the program again.',
  },
  unexpected: {
    what: "Couldn't finish the request.",
    meaning: 'Something happened that this program did not expect.',
    next: 'Try again. If it stays so, close the program and open it again.',
  },
} as const;
