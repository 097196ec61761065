/** The beginnings of the names of cases, each of at least one that must have passed. */
export interface Proven {
  by: readonly string[];
  /** What of it the bed does not show. */
  except?: string;
}

export type Proof = Proven | { notShown: string };

export const by = (...names: readonly string[]): Proven => ({ by: names });

export const byExcept = (except: string, ...names: readonly string[]): Proven => ({
  by: names,
  except,
});

export const notShown = (reason: string): Proof => ({ notShown: reason });
