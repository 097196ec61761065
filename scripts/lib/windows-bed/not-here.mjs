/** Thrown by a part of the bed that this machine can't have and need not: why, in one line. */
export class NotHere extends Error {}
