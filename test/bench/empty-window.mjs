// The least an Electron program can be: one empty window. Start and memory are compared with it.
import { app, BrowserWindow } from 'electron';

app.disableHardwareAcceleration();
// Awaiting at the top level would keep the program from ever becoming ready.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  return window.loadURL('data:text/html,<title>empty</title><h1>empty</h1>');
});
