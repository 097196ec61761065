import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, nativeTheme, protocol, session } from 'electron';
import { connectRequests, forwardEvents } from './ipc/connect';
import type { Services } from './services';
import { APP_ORIGIN, declareAppScheme, serveApp } from './window/app-protocol';
import { programArguments } from './window/arguments';
import { drawWithoutGraphicsCard } from './window/graphics';
import { bringToFront, openMainWindow } from './window/main-window';
import { applyMenu } from './window/menu';
import { nativeApproval } from './window/native-approval';
import { denyNavigation } from './window/navigation';
import { denyNetwork } from './window/network';
import { denyNewWindows } from './window/new-windows';
import { denyPermissions } from './window/permissions';
import { watchForGoneProcesses } from './window/renderer-gone';
import { enforceSandbox } from './window/sandbox';
import { holdSessionEnd } from './window/session-end';
import { becomeOnlyInstance } from './window/single-instance';
import { applyTheme } from './window/theme';
import { windowHandlers } from './window/window-handlers';
import { createServices } from './wiring';

const given = programArguments(process.argv.slice(1), process.platform);
const developmentServer = (!app.isPackaged && process.env.ELECTRON_RENDERER_URL) || null;
const built = join(import.meta.dirname, '..');
let window: BrowserWindow | null = null;
const currentWindow = () => window;

if (given.stateFolder) app.setPath('userData', join(given.stateFolder, 'window'));
enforceSandbox(app, { platform: process.platform, userId: process.getuid?.() });
drawWithoutGraphicsCard(app);
declareAppScheme(protocol);
if (becomeOnlyInstance(app, () => bringToFront(window))) void run();

async function run(): Promise<void> {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyNewWindows(contents);
  });
  watchForGoneProcesses(app, dialog, join(process.execPath, '..'));
  app.on('window-all-closed', () => app.quit());

  const services = afterWindow().then(() =>
    createServices({
      mode: given.mode,
      scenario: given.scenario,
      timeFactor: given.timeFactor,
      stateFolder: given.stateFolder,
      executables: given.executables,
      approval: nativeApproval(dialog, currentWindow),
    }),
  );
  services.catch((error: unknown) => {
    dialog.showErrorBox(
      "Couldn't start Process Server Manager.",
      error instanceof Error ? error.message : 'The reason is not known.',
    );
    app.exit(1);
  });
  const ofWindow = windowHandlers(currentWindow, services);
  connectRequests(
    services.then((ready) => ({ ...ready.handlers, ...ofWindow })),
    () =>
      window && {
        contentsId: window.webContents.id,
        origins: [developmentServer ? new URL(developmentServer).origin : APP_ORIGIN],
      },
  );
  closeBeforeQuit(services);

  await app.whenReady();
  applyTheme(nativeTheme, given.theme);
  applyMenu(Menu, !app.isPackaged);
  denyPermissions(session.defaultSession);
  denyNetwork(session.defaultSession, developmentServer);
  serveApp(protocol, join(built, 'renderer'));
  window = openMainWindow({
    preload: join(built, 'preload', 'index.cjs'),
    theme: given.theme,
    developmentServer,
    developerTools: !app.isPackaged,
  });
  let ready: Services | null = null;
  void services.then(
    (made) => {
      ready = made;
    },
    () => undefined,
  );
  holdSessionEnd(window, dialog, () => ready);
  window.on('closed', () => {
    window = null;
  });
  forwardEvents(await services, () => window?.webContents ?? null);
}

/** The window is opened first: looking at the server must not keep it from being drawn. */
async function afterWindow(): Promise<void> {
  await app.whenReady();
  await new Promise((resolve) => setImmediate(resolve));
}

/** Lets the services write what they hold before the program ends. */
function closeBeforeQuit(services: Promise<{ close(): Promise<void> }>): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void services
      .then((ready) => ready.close())
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}
