import type { RegistryValue } from '../../contract/registry-value';

/** Values by lower-case name, by lower-case key; names in the registry ignore case. */
export type RegistryTree = ReadonlyMap<string, ReadonlyMap<string, RegistryValue>>;

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', '0': '\0' };

/** Windows escapes quotes and backslashes only, Wine line breaks and zeros too. */
const unquote = (text: string) =>
  text.replace(/\\(["\\nr0])/g, (_, sign: string) => ESCAPED[sign] ?? sign);

/** Text ends at its first zero, whatever was stored behind it: so every program reads it. */
const plainText = (text: string) => text.replace(/\0.*$/s, '').replaceAll('\r\n', '\n');

const bytesOf = (list: string) =>
  Uint8Array.from(
    list
      .split(',')
      .filter((pair) => pair.trim() !== '')
      .map((pair) => Number.parseInt(pair, 16)),
  );

const wideText = (bytes: Uint8Array) => new TextDecoder('utf-16le').decode(bytes);

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function parseData(data: string): RegistryValue {
  const number = /^dword:([0-9a-f]+)$/i.exec(data)?.[1];
  if (number !== undefined) return { type: 'number', text: String(Number.parseInt(number, 16)) };
  const match = /^hex(?:\(([0-9a-f]+)\))?:(.*)$/is.exec(data);
  const bytes = bytesOf(match?.[2] ?? '');
  switch (match?.[1]?.toLowerCase()) {
    case '1':
      return { type: 'text', text: plainText(wideText(bytes)) };
    case '2':
      return { type: 'expandable', text: plainText(wideText(bytes)) };
    case '7':
      return { type: 'list', text: wideText(bytes).replace(/\0+$/, '').replaceAll('\0', '\n') };
    case '4':
    case 'b':
      return { type: 'number', text: String(littleEndian(bytes)) };
    default:
      return { type: 'bytes', text: Buffer.from(bytes).toString('hex') };
  }
}

const KEY = /\[(.+)\][ \t]*$/my;
const NAME = /(?:"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|@)=/y;
const QUOTED = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"/y;
/** Up to the end of its line; bytes go on in the next one after a backslash. */
const OTHER = /[^\\\n]*(?:\\\n[^\\\n]*)*/y;

/**
 * Parses the text of a registry export ("Windows Registry Editor Version 5.00").
 * Values that hold line breaks are kept, with line feeds; what is not a key or a value is passed
 * over.
 */
export function parseRegFile(text: string): RegistryTree {
  const all = text.replaceAll('\r\n', '\n');
  const tree = new Map<string, Map<string, RegistryValue>>();
  let values: Map<string, RegistryValue> | null = null;
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(all);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < all.length) {
    const key = take(KEY);
    const name = key ? null : take(NAME);
    if (key) {
      values = new Map();
      tree.set((key[1] ?? '').toLowerCase(), values);
    } else if (name) {
      const quoted = take(QUOTED);
      const value: RegistryValue = quoted
        ? { type: 'text', text: plainText(unquote(quoted[1] ?? '')) }
        : parseData((take(OTHER)?.[0] ?? '').replace(/\\\n\s*/g, ''));
      values?.set(unquote(name[1] ?? '').toLowerCase(), value);
    }
    const end = all.indexOf('\n', at);
    at = end < 0 ? all.length : end + 1;
  }
  return tree;
}

/** Keys directly below `key`, in the lower-case form of the tree. */
export function subKeys(tree: RegistryTree, key: string): string[] {
  const prefix = `${key.toLowerCase()}\\`;
  return [...tree.keys()].filter(
    (name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('\\'),
  );
}
