/** Words of an operation that is looked at again. */
export const text = {
  yes: 'yes',
  no: 'no',
  none: 'Nothing was done here yet.',
  startedBy: (user: string, at: string) => `Started by ${user} at ${at}.`,
  ended: (at: string) => `Ended at ${at}.`,
  answers: 'Answers',
  noAnswers: 'It needed no answers.',
  steps: 'Steps',
  drift: {
    title: 'Changed on this server since',
    unknown: 'It kept no facts of the server, so what changed since can not be told.',
    nothing: (when: string) => `Nothing of what is compared changed since ${when}.`,
    since: { begin: 'its beginning', end: 'its end' },
    changed: (count: number, when: string) =>
      `${count} ${count === 1 ? 'thing' : 'things'} changed since ${when}:`,
    row: (label: string, was: string, now: string) => `${label}: ${was} → ${now}`,
    compared:
      'Compared: versions, services and their start types, IP addresses of Windows, main settings and registration. Not compared: other contents of files, such as the address in amethyst.conf.',
  },
  again: {
    gone: (id: string) => `This version has no procedure for the operation ${id}.`,
    next: 'Save this as an answer file and use it with psm plan. Secrets are asked for again.',
  },
} as const;
