export interface PassphraseReading {
  /** The bytes read, two hexadecimal digits each. */
  hex: string;
  /** Number of bytes. */
  length: number;
  /** The bytes as text; absent when they are not UTF-8. */
  value?: string;
}

/**
 * What the vendor's native tools read as the passphrase: the first word of the file, byte by byte.
 * Only C's white space separates, so a byte order mark or a NUL is part of it (vendor source,
 * securitylib; observed in runs of it). Null, for a missing file or a folder, reads as nothing.
 */
export function readPassphraseFile(bytes: Uint8Array | null): PassphraseReading {
  const word = firstWord(bytes ?? new Uint8Array());
  const hex = Array.from(word, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const value = decodeUtf8(word);
  return value === null ? { hex, length: word.length } : { hex, length: word.length, value };
}

function firstWord(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => !isBlank(byte));
  if (start < 0) return new Uint8Array();
  const rest = bytes.subarray(start);
  const end = rest.findIndex(isBlank);
  return end < 0 ? rest : rest.subarray(0, end);
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
