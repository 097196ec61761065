import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Procedure } from '../../../contract/runbook';
import type { WizardState, WizardStore } from '../state/wizard';
import { neighbour, type Stop } from './positions';

interface WizardContext {
  store: WizardStore;
  procedure: Procedure;
  stops: readonly Stop[];
  position: string;
  /** Leaves the wizard for what it was opened from; null when it is a page of its own. */
  leave: (() => void) | null;
}

export const WizardContext = createContext<WizardContext | null>(null);

/** The wizard around this component; only pages of a wizard may ask. */
export function useWizardContext(): WizardContext {
  const context = useContext(WizardContext);
  if (!context) throw new Error('A wizard page is drawn by its wizard only.');
  return context;
}

/** A part of the wizard's state. */
export function useWizard<T>(pick: (state: WizardState) => T): T {
  return useStore(useWizardContext().store, pick);
}

/** Goes one stop on or back. */
export function useWalk(): { next(): void; back(): void } {
  const { store, stops, position } = useWizardContext();
  return useMemo(() => {
    const { goTo } = store.getState();
    return {
      next: () => goTo(neighbour(stops, position, 1), true),
      back: () => goTo(neighbour(stops, position, -1), false),
    };
  }, [store, stops, position]);
}
