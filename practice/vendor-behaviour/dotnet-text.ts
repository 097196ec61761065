/**
 * The characters `String.Trim` removes (.NET `Char.IsWhiteSpace`), for use in a character class:
 * not U+200B and not U+FEFF.
 */
export const dotnetBlanks =
  '\\u0009-\\u000D\\u0020\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
const leadingBlanks = new RegExp(`^[${dotnetBlanks}]+`);
const trailingBlanks = new RegExp(`[${dotnetBlanks}]+$`);

/** What .NET's `String.Trim` leaves; `String.prototype.trim` knows other white space. */
export function dotnetTrim(text: string): string {
  return text.replace(leadingBlanks, '').replace(trailingBlanks, '');
}

/** Upper case for comparisons with ASCII words: letters outside ASCII never become ASCII ones. */
export function asciiUpper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/**
 * Text of a file as .NET's `File.ReadAllLines` decodes it: UTF-8 unless a byte order mark says
 * UTF-8, UTF-16 or UTF-32. One mark is removed, a second one stays; bytes that can't be decoded
 * become U+FFFD (the runtime's documented `StreamReader` detection).
 */
export function decodeTextFile(bytes: Uint8Array): string {
  const starts = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (starts(0xfe, 0xff)) return decode('utf-16be', bytes.subarray(2));
  if (starts(0xff, 0xfe, 0, 0)) return decodeUtf32(bytes.subarray(4), true);
  if (starts(0xff, 0xfe)) return decode('utf-16le', bytes.subarray(2));
  if (starts(0xef, 0xbb, 0xbf)) return decode('utf-8', bytes.subarray(3));
  if (starts(0, 0, 0xfe, 0xff)) return decodeUtf32(bytes.subarray(4), false);
  return decode('utf-8', bytes);
}

/** Lines as `StreamReader.ReadLine` gives them: ended by CR LF, LF or CR; no empty last line. */
export function textLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const isWhole = at + 4 <= bytes.length;
    const point = isWhole ? view.getUint32(at, littleEndian) : Number.NaN;
    const isScalar = point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
    text += isScalar ? String.fromCodePoint(point) : '\ufffd';
  }
  return text;
}
