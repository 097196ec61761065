import type { BrowserWindow } from 'electron';
import { app, dialog, shell } from 'electron';
import type { Handlers, Services, WindowRequest } from '../services';
import { openDocumentation } from './documentation';
import { startAsAdministrator } from './restart-as-administrator';
import { chooseSetupFile } from './setup-file-dialog';
import { startProgram } from './start-program';

/** Answers to the requests that need the window or the desktop. */
export function windowHandlers(
  window: () => BrowserWindow | null,
  services: Promise<Pick<Services, 'acceptSetupFile'>>,
): Handlers<WindowRequest> {
  return {
    'setupFiles.choose': async () => {
      const parent = window();
      const path = parent && (await chooseSetupFile(dialog, parent));
      return path ? (await services).acceptSetupFile(path) : null;
    },
    'app.openDocumentation': ({ key }) => openDocumentation(shell, key),
    'app.restartAsAdministrator': async () => {
      // The other program needs the lock before this one has ended.
      app.releaseSingleInstanceLock();
      const started = await startAsAdministrator(startProgram, {
        platform: process.platform,
        isPackaged: app.isPackaged,
        path: process.execPath,
        windowsFolder: process.env.SystemRoot,
      });
      if (started) app.quit();
      else app.requestSingleInstanceLock();
      return started;
    },
  };
}
