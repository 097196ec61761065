import iconv from 'iconv-lite';
import { USUAL_OEM_CODE_PAGE } from './oem-code-page';
import type { OutputEncoding } from './ports';

/** Turns pieces of output into text, keeping a character that is cut in the middle for the next. */
export interface StreamingDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/**
 * A decoder for console output. `oem` is the code page that console tools write in: it is asked for
 * with the first byte beyond ASCII, which most tools never print. `bytes` keeps every byte as the
 * character of the same number.
 */
export function createDecoder(
  encoding: OutputEncoding,
  oemCodePage: () => number = () => USUAL_OEM_CODE_PAGE,
): StreamingDecoder {
  switch (encoding) {
    case 'utf8':
      return utf8Decoder();
    case 'utf16le':
      return codePageDecoder('utf16le');
    case 'bytes':
      return codePageDecoder('latin1');
    case 'oem':
      return oemDecoder(oemCodePage);
  }
}

function utf8Decoder(): StreamingDecoder {
  const decoder = new TextDecoder('utf-8');
  return {
    write: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

function codePageDecoder(name: string): StreamingDecoder {
  const decoder = iconv.getDecoder(name);
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes)),
    end: () => decoder.end() ?? '',
  };
}

const UTF8_CODE_PAGE = 65_001;

/** Every code page that Windows may have for its console is ASCII up to 127. */
function oemDecoder(codePage: () => number): StreamingDecoder {
  let decoder: StreamingDecoder | null = null;
  return {
    write(bytes) {
      if (decoder === null && bytes.every((byte) => byte < 0x80)) {
        return Buffer.from(bytes).toString('latin1');
      }
      decoder ??= decoderOf(codePage());
      return decoder.write(bytes);
    },
    end: () => decoder?.end() ?? '',
  };
}

function decoderOf(codePage: number): StreamingDecoder {
  if (codePage === UTF8_CODE_PAGE) return utf8Decoder();
  const name = `cp${codePage}`;
  return codePageDecoder(iconv.encodingExists(name) ? name : `cp${USUAL_OEM_CODE_PAGE}`);
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
