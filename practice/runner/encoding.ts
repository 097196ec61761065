import iconv from 'iconv-lite';
import type { OutputEncoding } from '../../main/host/ports';
import type { ToolEncoding } from './tool';

const codePages = { oem: 'cp437', utf8: 'utf8' } as const;

/** The bytes a program writes for that text. */
export function encodeOutput(text: string, encoding: ToolEncoding): Uint8Array {
  return iconv.encode(text, codePages[encoding]);
}

const readAs: Readonly<Record<OutputEncoding, string>> = {
  utf8: 'utf8',
  utf16le: 'utf16le',
  oem: 'cp437',
  bytes: 'latin1',
};

/** Turns bytes into the text a reader with that expectation sees, right or wrong. */
export function outputDecoder(encoding: OutputEncoding): (bytes: Uint8Array) => string {
  const decoder = iconv.getDecoder(readAs[encoding]);
  return (bytes) => decoder.write(Buffer.from(bytes));
}
