/** Words of what an administrator locked by group policy. */
export const policyText = {
  locked: 'Set by your organisation.',
  otherValue: (value: string) => `Your organisation set this to "${value}".`,
  otherHost: (hosts: string) => `Your organisation allows downloads only from: ${hosts}.`,
  condition: {
    title: 'Your organisation allows this procedure',
    needed: 'allowed',
    blocked: 'not allowed by policy',
    unknown: (names: string) =>
      `allowed, but the policy forbids procedures that this program does not know: ${names}`,
    why: 'An administrator listed it in the group policy of Process Server Manager.',
    mend: 'Ask whoever looks after your group policy.',
  },
  unreadable: {
    what: "Couldn't read the policy of your organisation.",
    meaning: 'Without it nobody can tell what is allowed here, so nothing is planned.',
    next: 'Read the words below, mend their cause, then try again.',
  },
  otherType: (name: string) =>
    `${name} is neither text nor a list of texts (REG_SZ, REG_EXPAND_SZ, REG_MULTI_SZ).`,
  otherMode: (name: string, value: string, modes: string) =>
    `${name} is "${value}", which is none of: ${modes}.`,
  notGoingOn: {
    what: "Couldn't go on: your organisation does not allow this procedure any more.",
    meaning: 'It was begun before the policy forbade it. Nothing more of it was done.',
    next: 'Undo it, or end it for good; or ask whoever looks after your group policy, then go on.',
  },
  lockedSince: {
    what: "Couldn't go on: your organisation has set values that differ from these answers.",
    meaning: 'It was approved before the policy was changed. Nothing more of it was done.',
    next: 'Undo it, or end it for good, then begin it anew; or ask whoever looks after your group policy.',
  },
};
