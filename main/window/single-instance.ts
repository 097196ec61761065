import type { App } from 'electron';

/**
 * True when this is the first program of this user and state folder. A second one ends at once,
 * and the first is told to come to the front.
 */
export function becomeOnlyInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'quit' | 'on'>,
  bringToFront: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', bringToFront);
  return true;
}
