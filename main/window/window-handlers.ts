import type { BrowserWindow } from 'electron';
import { app, dialog, shell } from 'electron';
import { windowText } from '../../contract/text/window';
import type { Document, Handlers, Services, WindowRequest } from '../services';
import { openDocumentation } from './documentation';
import { startAsAdministrator } from './restart-as-administrator';
import { saveDocuments } from './save-documents';
import { chooseSetupFile } from './setup-file-dialog';
import { startProgram } from './start-program';

/** Answers to the requests that need the window or the desktop. */
export function windowHandlers(
  window: () => BrowserWindow | null,
  services: Promise<Pick<Services, 'acceptSetupFile' | 'answerFile' | 'planScripts'>>,
): Handlers<WindowRequest> {
  const save = async (title: string, documents: readonly Document[]) => {
    const parent = window();
    return parent && saveDocuments(dialog, parent, title, documents);
  };
  return {
    'setupFiles.choose': async () => {
      const parent = window();
      const path = parent && (await chooseSetupFile(dialog, parent));
      return path ? (await services).acceptSetupFile(path) : null;
    },
    'answers.save': async ({ name, answers }) =>
      save(windowText.saveAnswers, await (await services).answerFile(name, answers)),
    'plan.export': async ({ hash }) =>
      save(windowText.exportPlan, await (await services).planScripts(hash)),
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
