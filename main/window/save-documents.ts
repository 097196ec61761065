import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BaseWindow, Dialog } from 'electron';
import { windowText } from '../../contract/text/window';
import type { Document } from '../services';

type Words = { what: string; meaning: string; next: string };

function problem(words: Words, path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  return Object.assign(new Error(words.what), { problem: { ...words, toolWords: [path], code } });
}

/**
 * Asks under which name and saves there, with what belongs to it beside it under its own name. The
 * chosen path, or null when the admin changed their mind. Throws a problem when nothing can be
 * written there.
 */
export async function saveDocument(
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
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  try {
    writeFileSync(filePath, first.text);
    for (const { name, text } of others) writeFileSync(join(dirname(filePath), name), text);
  } catch (error) {
    throw problem(windowText.notSaved, filePath, error);
  }
  return filePath;
}

/**
 * Asks for a folder and writes all documents into it under their own names, because they name each
 * other. One that is there already is never written over: it may belong to another server.
 */
export async function saveIntoFolder(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BaseWindow,
  title: string,
  documents: readonly Document[],
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  const [folder] = filePaths;
  if (canceled || !folder) return null;
  for (const { name, text } of documents) {
    const path = join(folder, name);
    try {
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      throw problem(isThere ? windowText.alreadyThere : windowText.notSaved, path, error);
    }
  }
  return folder;
}
