/** One value as `reg export` writes it. Numbers are decimal text; lists are joined by line feeds. */
export interface RegistryValue {
  type: 'text' | 'expandable' | 'list' | 'number' | 'bytes';
  text: string;
}

/** Values by lower-case name, by lower-case key; names in the registry ignore case. */
export type RegistryTree = ReadonlyMap<string, ReadonlyMap<string, RegistryValue>>;

const unquote = (text: string) => text.replace(/\\(["\\])/g, '$1');

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
  if (data.startsWith('"')) return { type: 'text', text: unquote(data.slice(1, -1)) };
  if (data.startsWith('dword:')) {
    return { type: 'number', text: String(Number.parseInt(data.slice(6), 16)) };
  }
  const match = /^hex(?:\(([0-9a-f]+)\))?:(.*)$/i.exec(data);
  const bytes = bytesOf(match?.[2] ?? '');
  switch (match?.[1]) {
    case '1':
      return { type: 'text', text: wideText(bytes).replace(/\0+$/, '') };
    case '2':
      return { type: 'expandable', text: wideText(bytes).replace(/\0+$/, '') };
    case '7':
      return { type: 'list', text: wideText(bytes).replace(/\0+$/, '').replaceAll('\0', '\n') };
    case '4':
    case 'b':
      return { type: 'number', text: String(littleEndian(bytes)) };
    default:
      return { type: 'bytes', text: Buffer.from(bytes).toString('hex') };
  }
}

const VALUE = /^(?:"((?:[^"\\]|\\.)*)"|(@))=(.*)$/s;

/**
 * Parses the text of a registry export ("Windows Registry Editor Version 5.00").
 * Values that hold line breaks are kept; what is not a key or a value is passed over.
 */
export function parseRegFile(text: string): RegistryTree {
  const tree = new Map<string, Map<string, RegistryValue>>();
  let values: Map<string, RegistryValue> | null = null;
  let pending = '';
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const whole =
      pending === ''
        ? line
        : pending +
          (pending.startsWith('"') && !pending.includes('hex') ? '\n' : '') +
          line.trimStart();
    if (/=hex(\([0-9a-f]+\))?:[0-9a-f,\s]*\\$/i.test(whole)) {
      pending = whole.slice(0, -1);
      continue;
    }
    if (
      /^"(?:[^"\\]|\\.)*"="(?:[^"\\]|\\.)*$/s.test(whole) ||
      /^@="(?:[^"\\]|\\.)*$/s.test(whole)
    ) {
      pending = whole;
      continue;
    }
    pending = '';
    const key = /^\[([^\]].*)\]$/.exec(whole);
    if (key?.[1] !== undefined) {
      values = new Map();
      tree.set(key[1].toLowerCase(), values);
      continue;
    }
    const value = VALUE.exec(whole);
    if (value?.[3] !== undefined && values) {
      values.set(
        value[2] === '@' ? '' : unquote(value[1] ?? '').toLowerCase(),
        parseData(value[3]),
      );
    }
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
