import {
  type Theme,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';

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

/** Scroll bars and other parts that the browser draws follow this, not the theme. */
const browserScheme = (theme: Theme) => (theme === webLightTheme ? 'light' : 'dark');

/** The theme of the system, or the one the program was started with. */
export function useTheme(): Theme {
  const theme = useSyncExternalStore(subscribe, themeNow);
  useEffect(() => {
    document.documentElement.style.colorScheme = browserScheme(theme);
  }, [theme]);
  return theme;
}
