import type { App } from 'electron';

/** Servers and remote desktops have no graphics card; drawing by the processor always works. */
export function drawWithoutGraphicsCard(app: Pick<App, 'disableHardwareAcceleration'>): void {
  app.disableHardwareAcceleration();
}
