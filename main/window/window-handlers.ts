import type { BrowserWindow } from 'electron';
import { app, dialog, shell } from 'electron';
import { windowText } from '../../contract/text/window';
import type { Handlers, Services, WindowRequest } from '../services';
import { openDocumentation } from './documentation';
import { startAsAdministrator } from './restart-as-administrator';
import { saveDocument, saveIntoFolder } from './save-documents';
import { chooseSetupFile } from './setup-file-dialog';
import { startProgram } from './start-program';

/** Answers to the requests that need the window or the desktop. */
export function windowHandlers(
  window: () => BrowserWindow | null,
  services: Promise<Pick<Services, 'acceptSetupFile' | 'answerFile' | 'planScripts'>>,
): Handlers<WindowRequest> {
  const inWindow = async <T>(work: (parent: BrowserWindow) => Promise<T>): Promise<T | null> => {
    const parent = window();
    return parent && work(parent);
  };
  return {
    'setupFiles.choose': async () => {
      const parent = window();
      const path = parent && (await chooseSetupFile(dialog, parent));
      return path ? (await services).acceptSetupFile(path) : null;
    },
    'answers.save': async ({ name, answers }) =>
      inWindow(async (parent) => {
        const documents = await (await services).answerFile(name, answers);
        return saveDocument(dialog, parent, windowText.saveAnswers, documents);
      }),
    'plan.export': async ({ hash }) =>
      inWindow(async (parent) => {
        const documents = await (await services).planScripts(hash);
        return saveIntoFolder(dialog, parent, windowText.exportPlan, documents);
      }),
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
