/** How the answer of a toggle, or of terms, travels. */
export const YES = 'yes';
export const NO = 'no';
