import type { App, CommandLine, WebPreferences } from 'electron';

/**
 * Every renderer of this program runs in Chromium's sandbox. Call before the program is ready.
 * Only root on Linux, whom Chromium gives no sandbox, is let through when it was started with
 * `--no-sandbox`: that is a development machine or a container, never a process server.
 */
export function enforceSandbox(
  app: Pick<App, 'enableSandbox'> & { commandLine: Pick<CommandLine, 'hasSwitch'> },
  system: { platform: string; userId: number | undefined },
): void {
  const isLinuxRoot = system.platform === 'linux' && system.userId === 0;
  if (isLinuxRoot && app.commandLine.hasSwitch('no-sandbox')) return;
  app.enableSandbox();
}

/** How the page of a window may run: isolated, sandboxed, without Node. */
export function pagePreferences(preload: string, developerTools: boolean): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: developerTools,
  };
}
