/** Words of the HTML report. */
export const text = {
  practice: 'Made on the practice server. Nothing on a real server was changed.',
  statuses: {
    running: 'Running',
    done: 'Done and proven',
    failed: 'Failed',
    cancelled: 'Cancelled',
    interrupted: 'Interrupted',
    restartNeeded: 'Waits for a restart',
    stopped: 'Stopped',
    undone: 'Undone',
    waiting: 'Not begun',
    alreadyDone: 'Nothing to do',
  },
  verdicts: { passed: 'Passed', failed: 'Failed', couldNotTell: 'Could not tell' },
  server: 'Server',
  begun: 'Begun',
  ended: 'Ended',
  plan: 'Plan',
  result: 'Result',
  notEnded: 'not ended',
  afterwards: 'What comes next',
  steps: 'Steps',
  check: 'Check',
  found: 'Found',
  needed: 'Needed',
  evidence: 'Evidence',
  touches: 'Touches',
  facts: 'Facts',
  took: (time: string) => `took ${time}`,
  left: 'Still there',
  none: 'none',
} as const;

/** A duration in words: "2 min 10 s", "45 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
}
