import { create } from 'zustand';

interface MaintainTask {
  /** Name of the procedure whose wizard is open on Maintain; null while the list is shown. */
  task: string | null;
  open(name: string): void;
  close(): void;
}

const KEY = 'maintainTask';

/** Which wizard is open on Maintain; survives a reload of the window. */
export const useMaintainTask = create<MaintainTask>((set) => ({
  task: sessionStorage.getItem(KEY),
  open: (task) => {
    sessionStorage.setItem(KEY, task);
    set({ task });
  },
  close: () => {
    sessionStorage.removeItem(KEY);
    set({ task: null });
  },
}));
