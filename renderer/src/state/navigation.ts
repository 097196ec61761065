import { create } from 'zustand';

export const PAGES = ['overview', 'setUp', 'maintain', 'reference', 'history'] as const;
export type Page = (typeof PAGES)[number];

/** Parts of pages that can be gone to directly. */
export type PagePart = 'commandLines';

interface Navigation {
  page: Page;
  /** Where on the page to begin; null for its top. */
  part: PagePart | null;
  go(page: Page, part?: PagePart): void;
}

const KEY = 'page';

function kept(): Page {
  const stored = sessionStorage.getItem(KEY);
  return PAGES.find((page) => page === stored) ?? 'overview';
}

/** Which page is shown; survives a reload of the window. */
export const useNavigation = create<Navigation>((set) => ({
  page: kept(),
  part: null,
  go: (page, part) => {
    sessionStorage.setItem(KEY, page);
    set({ page, part: part ?? null });
  },
}));
