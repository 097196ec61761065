import { readFileSync } from 'node:fs';
import { text } from '../../contract/text/psm';

/** The encoding that a byte order mark tells; Windows PowerShell redirects as UTF-16. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Text in UTF-8 or UTF-16 without its byte order mark. Throws when it is neither. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new Error(text.notUnicode);
  }
}

/** The text of a file. Throws when it can't be read or is no text. */
export const readText = (file: string): string => decodeText(readFileSync(file));
