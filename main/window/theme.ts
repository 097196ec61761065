import type { NativeTheme } from 'electron';
import type { Theme } from './arguments';

/** Sets the colours of window frame and page; null follows the system. */
export function applyTheme(
  nativeTheme: Pick<NativeTheme, 'themeSource'>,
  theme: Theme | null,
): void {
  if (theme === null) nativeTheme.themeSource = 'system';
  else nativeTheme.themeSource = theme === 'light' ? 'light' : 'dark';
}

/** Window colour until the page has drawn, so that a dark window does not flash white. */
export function backgroundColor(nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>): string {
  return nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#fafafa';
}
