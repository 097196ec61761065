/** Words of what an administrator locked by group policy. */
export const policyText = {
  locked: 'Set by your organisation.',
  otherValue: (value: string) => `Your organisation set this to "${value}".`,
  otherHost: (hosts: string) => `Your organisation allows downloads only from: ${hosts}.`,
  condition: {
    title: 'Your organisation allows this procedure',
    needed: 'allowed',
    blocked: 'not allowed by policy',
    why: 'An administrator listed it in the group policy of Process Server Manager.',
    mend: 'Ask whoever looks after your group policy.',
  },
  unreadable: {
    what: "Couldn't read the policy of your organisation.",
    meaning: 'Without it nobody can tell what is allowed here, so nothing is planned.',
    next: 'Read the words of reg.exe below, mend their cause, then try again.',
  },
};
