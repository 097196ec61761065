import { useEffect } from 'react';
import { PAGES, useNavigation } from '../state/navigation';

/** Ctrl+1, Ctrl+2 … go to the pages in order; F6 goes from region to region. */
export function useKeyboard(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const page = event.ctrlKey && !event.altKey ? PAGES[Number(event.key) - 1] : undefined;
      if (page) {
        event.preventDefault();
        useNavigation.getState().go(page);
      } else if (event.key === 'F6') {
        event.preventDefault();
        focusNextRegion(event.shiftKey ? -1 : 1);
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function focusNextRegion(distance: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const from = here === -1 && distance === -1 ? 0 : here;
  regions.at((from + distance) % regions.length)?.focus();
}
