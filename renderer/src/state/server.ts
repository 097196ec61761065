import { create } from 'zustand';
import type { ServerFacts } from '../../../contract/facts';
import type { AppState } from '../../../contract/ipc';
import type { Problem } from '../../../contract/problem';
import { listen, problemOf, request } from './client';

interface ServerState {
  app: AppState | null;
  facts: ServerFacts | null;
  detecting: boolean;
  problem: Problem | null;
  load(): Promise<void>;
  detect(): Promise<void>;
}

/** What is known of the program and of the server it runs on. */
export const useServer = create<ServerState>((set, get) => ({
  app: null,
  facts: null,
  detecting: false,
  problem: null,
  load: async () => {
    // Asked at the same moment, so that main looks at the server once for both.
    const detected = get().detect();
    try {
      set({ app: await request('app.state', null) });
    } catch (error) {
      set({ problem: problemOf(error) });
    }
    await detected;
  },
  detect: async () => {
    set({ detecting: true });
    try {
      set({ facts: await request('server.detect', null), problem: null });
    } catch (error) {
      set({ problem: problemOf(error) });
    } finally {
      set({ detecting: false });
    }
  },
}));

/** Looks again whenever main says that the server changed. */
export function followServer(): () => void {
  return listen('server.changed', () => void useServer.getState().load());
}
