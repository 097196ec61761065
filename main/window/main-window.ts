import { BrowserWindow, nativeTheme } from 'electron';
import { APP_ORIGIN } from './app-protocol';
import type { Theme } from './arguments';
import { pagePreferences } from './sandbox';
import { backgroundColor } from './theme';

export interface WindowOptions {
  preload: string;
  theme: Theme | null;
  /** Address of the development server, null when the built page is shown. */
  developmentServer: string | null;
  developerTools: boolean;
}

/** Opens the one window; it shows itself when the page has drawn. */
export function openMainWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 720,
    show: false,
    title: 'Process Server Manager',
    backgroundColor: backgroundColor(nativeTheme),
    autoHideMenuBar: true,
    webPreferences: pagePreferences(options.preload, options.developerTools),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageAddress(options));
  return window;
}

/** Address of the page; a theme that was asked for travels in it. */
export function pageAddress(options: Pick<WindowOptions, 'theme' | 'developmentServer'>): string {
  const page = new URL('/index.html', options.developmentServer ?? APP_ORIGIN);
  if (options.theme) page.searchParams.set('theme', options.theme);
  return page.href;
}

/** Brings the window back to the front, wherever it is. */
export function bringToFront(window: BrowserWindow | null): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
