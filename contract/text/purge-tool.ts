/** Words about Unregister-ASRComponent.pl, which removes an entry of the configuration server. */
export const purgeToolText = {
  failed: {
    what: "Couldn't remove the process server from the list.",
    meaning: 'The script of the configuration server did not say that it unregistered it.',
    next: 'Read its words below. Mostly its database or PHP did not answer: see that MySQL and W3SVC run, then retry.',
  },
  notAsked: (seconds: number) => ({
    what: "Couldn't see the question of the script.",
    meaning: `It did not ask which server is meant within ${seconds} seconds, so it got no answer and nothing was removed.`,
    next: 'See that MySQL runs on this server, then retry.',
  }),
  endedUnasked: {
    what: 'The script ended without asking which server is meant.',
    meaning: 'It got no answer, so nothing was chosen.',
    next: 'Read its words below. Mostly the address is not known any more, or the database did not answer.',
  },
  notThere: {
    what: "Couldn't find that process server in the list any more.",
    meaning:
      'The list that was just read has no row with this name, address and heartbeat. Nothing was chosen. It reported again, or somebody removed it.',
    next: 'Go back, read the list again and choose from that.',
  },
  several: (count: number) => ({
    what: `Couldn't tell which of ${count} rows is meant.`,
    meaning:
      'They have the same name, address and heartbeat. Nothing was chosen, as only one of them was approved.',
    next: 'Wait until their heartbeats differ, or ask Microsoft support.',
  }),
  notAnsweredInTime: (seconds: number) => ({
    what: "Couldn't tell whether the process server was removed.",
    meaning: `The script took the answer and did not end within ${seconds} seconds.`,
    next: 'Retry: the list is read again first, and nothing is chosen when the row is gone.',
  }),
  unreadable: 'The script printed no list that could be read.',
  lists: (rows: readonly string[]) => (rows.length === 0 ? 'no server' : rows.join('; ')),
  row: (server: string, heartbeat: string) => `${server}, last heard of ${heartbeat}`,
  absent: (row: string) => `not listed: ${row}`,
  absentFound: 'not listed',
  listedFound: (times: number) => (times === 1 ? 'still listed' : `listed ${times} times`),
  answered: (number: string) => `Answered its question with ${number}.`,
  leftUnanswered: 'Left without an answer.',
} as const;
