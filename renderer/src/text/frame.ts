import type { Problem } from '../../../contract/problem';

export const frameText = {
  regionNavigation: 'Pages',
  regionOperation: 'Running operation',
  pages: { overview: 'Overview', setUp: 'Set up', history: 'History' },
  roleNone: 'No process server',
  rolePartial: 'Process server, incomplete',
  roleInstalled: 'Process server, stand-alone',
  registeredWith: (address: string) => `Registered with ${address}`,
  pointsTo: (address: string) => `Not registered, points to ${address}`,
  notRegistered: 'Not registered',
  administrator: 'Administrator',
  readOnly: 'Read-only',
  restartAsAdministrator: 'Restart as administrator',
  restartRefused: {
    what: "Couldn't restart as administrator.",
    meaning: 'Windows did not allow it, or this is not the installed program on Windows.',
    next: 'Close the program, then open it with "Run as administrator".',
    toolWords: [],
    code: null,
  } satisfies Problem,
  practice: 'Practice server.',
  practiceText: 'Nothing on this computer is changed.',
  scenario: (title: string) => `Scenario: ${title}`,
  timeFactor: (factor: number | null) =>
    factor === null ? 'Time: as fast as it can' : factor === 1 ? 'Time: real' : `Time: ${factor}×`,
  reset: 'Reset…',
  resetTitle: 'Reset the practice server',
  resetText:
    'The practice server is laid out anew. Its history is kept; a running operation has to end first.',
  resetScenario: 'Scenario',
  resetTime: 'Speed of time',
  resetTimes: [
    { value: '1', label: 'Real time' },
    { value: '10', label: '10 times faster' },
    { value: '60', label: '60 times faster (a minute takes a second)' },
    { value: 'max', label: 'As fast as it can' },
  ],
  resetVerb: 'Reset',
  resetRefused: {
    what: "Couldn't reset the practice server.",
    meaning: 'An operation is running on it.',
    next: 'Wait until the operation has ended or cancel it, then reset again.',
    toolWords: [],
    code: null,
  } satisfies Problem,
  starting: 'Looking at this server…',
};
