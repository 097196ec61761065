import { create } from 'zustand';

export const PAGES = ['overview', 'setUp', 'maintain', 'reference', 'history'] as const;
export type Page = (typeof PAGES)[number];

interface Navigation {
  page: Page;
  go(page: Page): void;
}

const KEY = 'page';

function kept(): Page {
  const stored = sessionStorage.getItem(KEY);
  return PAGES.find((page) => page === stored) ?? 'overview';
}

/** Which page is shown; survives a reload of the window. */
export const useNavigation = create<Navigation>((set) => ({
  page: kept(),
  go: (page) => {
    sessionStorage.setItem(KEY, page);
    set({ page });
  },
}));
