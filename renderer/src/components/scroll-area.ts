/** An area that scrolls has to take the focus, or the keyboard can't scroll it. */
export const scrollArea = { tabIndex: 0 } as const;
