/** Preparations, with the procedure that asks their questions and that they make ready. */
const PREPARED: Readonly<Record<string, string>> = {
  prepare: 'set-up',
  'prepare-upgrade': 'upgrade',
};

/** The procedure that a preparation belongs to; every other name itself. */
export const procedureBehind = (name: string): string => PREPARED[name] ?? name;
