/** The runbook behind the page Set up. */
export const SET_UP = 'set-up';
