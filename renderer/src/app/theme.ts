import {
  type Theme,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const forced = window.matchMedia('(forced-colors: active)');
const wanted = new URLSearchParams(window.location.search).get('theme');

function subscribe(changed: () => void): () => void {
  for (const query of [dark, forced]) query.addEventListener('change', changed);
  return () => {
    for (const query of [dark, forced]) query.removeEventListener('change', changed);
  };
}

function themeNow(): Theme {
  if (wanted === 'contrast' || forced.matches) return teamsHighContrastTheme;
  if (wanted === 'light') return webLightTheme;
  if (wanted === 'dark') return webDarkTheme;
  return dark.matches ? webDarkTheme : webLightTheme;
}

/** The theme of the system, or the one the program was started with. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, themeNow);
