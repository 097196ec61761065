// The least an Electron program can be: one empty window. Start and memory are compared with it.
import { app, BrowserWindow } from 'electron';

app.disableHardwareAcceleration();
await app.whenReady();
const window = new BrowserWindow({ width: 1280, height: 800, show: false });
window.once('ready-to-show', () => {
  window.show();
  console.log('shown');
});
await window.loadURL('data:text/html,<title>empty</title><h1>empty</h1>');
