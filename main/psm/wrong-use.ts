/** The command line or the answers are wrong: ends with exit code 2 and these words. */
export class WrongUse extends Error {}
