import type { BaseWindow, Dialog } from 'electron';

/** Lets the admin choose a set-up file; its path, or null when none was chosen. */
export async function chooseSetupFile(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BaseWindow,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose the set-up file',
    buttonLabel: 'Choose',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: 'Unified Setup (*.exe)', extensions: ['exe'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
