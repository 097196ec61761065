import iconv from 'iconv-lite';
import type { OutputEncoding } from './ports';

/** Turns pieces of output into text, keeping a character that is cut in the middle for the next. */
export interface StreamingDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/**
 * A decoder for console output. `oem` is the code page console tools write in (437 on the English
 * servers that set-up wants); `bytes` keeps every byte as the character of the same number.
 */
export function createDecoder(encoding: OutputEncoding, oemCodePage = 'cp437'): StreamingDecoder {
  if (encoding === 'utf8') {
    const decoder = new TextDecoder('utf-8');
    return {
      write: (bytes) => decoder.decode(bytes, { stream: true }),
      end: () => decoder.decode(),
    };
  }
  const name = { utf16le: 'utf16le', oem: oemCodePage, bytes: 'latin1' }[encoding];
  const decoder = iconv.getDecoder(name);
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes)),
    end: () => decoder.end() ?? '',
  };
}

/** Text of a whole file: the byte order mark decides, then strict UTF-8, then the ANSI code page. */
export function decodeFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(Buffer.from(bytes), 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(Buffer.from(bytes), 'utf16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), 'win1252');
  }
}
