import { create } from 'zustand';
import type { Problem } from '../../../../contract/problem';
import type { Reference } from '../../../../contract/reference';
import { problemOf, request } from '../../state/client';

interface ReferenceState {
  reference: Reference | null;
  problem: Problem | null;
  /** Asks main once; the reference is part of the program and does not change. */
  load(): Promise<void>;
}

export const useReference = create<ReferenceState>((set, get) => ({
  reference: null,
  problem: null,
  load: async () => {
    if (get().reference) return;
    try {
      set({ reference: await request('reference.read', null), problem: null });
    } catch (error) {
      set({ problem: problemOf(error) });
    }
  },
}));
