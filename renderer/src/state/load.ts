import { create } from 'zustand';
import type { LoadSample } from '../../../contract/facts';
import type { Problem } from '../../../contract/problem';
import { problemOf, request } from './client';
import { useServer } from './server';

const SECONDS_BETWEEN = 60;

interface LoadState {
  /** Newest last; null until main has answered once. */
  samples: readonly LoadSample[] | null;
  problem: Problem | null;
  ask(): Promise<void>;
}

/** How busy this server was in the last 15 minutes. */
export const useLoad = create<LoadState>((set) => ({
  samples: null,
  problem: null,
  ask: async () => {
    try {
      set({ samples: await request('server.load', null), problem: null });
    } catch (error) {
      set({ problem: problemOf(error) });
    }
  },
}));

/**
 * Asks now, every minute while the window can be seen, and when the server was looked at anew,
 * for it may be another one then. Answers the call that ends it.
 */
export function followLoad(): () => void {
  const ask = () => {
    if (document.visibilityState === 'visible') void useLoad.getState().ask();
  };
  ask();
  const timer = setInterval(ask, SECONDS_BETWEEN * 1000);
  document.addEventListener('visibilitychange', ask);
  const endServer = useServer.subscribe((now, before) => {
    if (now.facts !== before.facts) ask();
  });
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', ask);
    endServer();
  };
}
