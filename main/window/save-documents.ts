import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BaseWindow, Dialog } from 'electron';
import { windowText } from '../../contract/text/window';
import type { Document } from '../services';

/**
 * Asks where to and saves there: the first document under the chosen name, the others beside it
 * under their own. The chosen path, or null when the admin changed their mind. Throws a problem
 * when the folder can not be written.
 */
export async function saveDocuments(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BaseWindow,
  title: string,
  [first, ...others]: readonly Document[],
): Promise<string | null> {
  if (!first) return null;
  const extension = first.name.slice(first.name.lastIndexOf('.') + 1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: first.name,
    filters: [{ name: `*.${extension}`, extensions: [extension] }],
    properties: ['dontAddToRecent'],
  });
  if (canceled || !filePath) return null;
  try {
    writeFileSync(filePath, first.text);
    for (const { name, text } of others) writeFileSync(join(dirname(filePath), name), text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    throw Object.assign(new Error(windowText.notSaved.what), {
      problem: { ...windowText.notSaved, toolWords: [filePath], code },
    });
  }
  return filePath;
}
