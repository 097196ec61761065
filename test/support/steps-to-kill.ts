/** Set by `npm run test:kills`, which kills every procedure in more of its steps than `npm test`. */
const EVERY_KILL = 'PSM_EVERY_KILL';

export const isLongSuite = () => process.env[EVERY_KILL] === '1';

/** The steps at which a procedure is killed: the telling ones always, the others in the long suite. */
export const stepsToKill = (always: readonly string[], others: readonly string[]): string[] =>
  isLongSuite() ? [...always, ...others] : [...always];
