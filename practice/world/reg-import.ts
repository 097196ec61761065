import type { RegistryValue } from './schema';

type Values = [name: string, value: RegistryValue][];

const unquote = (text: string) => text.replace(/\\(["\\])/g, '$1');

const wide = (bytes: Buffer) => bytes.toString('utf16le').replace(/\0$/, '');

function readData(data: string): RegistryValue | null {
  const quoted = /^"(.*)"$/s.exec(data)?.[1];
  if (quoted !== undefined) return { type: 'REG_SZ', data: unquote(quoted) };
  const number = /^dword:([0-9a-f]{1,8})$/i.exec(data)?.[1];
  if (number !== undefined) return { type: 'REG_DWORD', data: Number.parseInt(number, 16) };
  const hex = /^hex(?:\(([0-9a-f]+)\))?:([0-9a-f,]*)$/i.exec(data);
  if (!hex) return null;
  const bytes = Buffer.from((hex[2] ?? '').replaceAll(',', ''), 'hex');
  switch (hex[1]?.toLowerCase()) {
    case '2':
      return { type: 'REG_EXPAND_SZ', data: wide(bytes) };
    case '7':
      return { type: 'REG_MULTI_SZ', data: wide(bytes).split('\0').slice(0, -1) };
    case 'b':
      return { type: 'REG_QWORD', data: bytes.readBigUInt64LE().toString() };
    default:
      return { type: 'REG_BINARY', data: bytes.toString('hex') };
  }
}

const NAME = /^(?:@|"((?:[^"\\]|\\.)*)")=/s;

/**
 * Keys and values of a file as `reg export` writes it (version 5.00), in its order; null when it is
 * no such file. A value may go on over lines: after a backslash, or inside its quotes.
 */
export function importedKeys(text: string): [key: string, values: Values][] | null {
  if (!text.startsWith('Windows Registry Editor Version 5.00')) return null;
  const keys: [string, Values][] = [];
  const lines = text.split('\r\n').slice(1);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const key = /^\[(.+)\]$/.exec(line)?.[1];
    if (key !== undefined) {
      keys.push([key, []]);
      continue;
    }
    const name = NAME.exec(line);
    if (!name) continue;
    let data = line.slice(name[0].length);
    while (data.endsWith('\\') && !data.startsWith('"') && lines.length > 0) {
      data = data.slice(0, -1) + (lines.shift() ?? '').trim();
    }
    while (data.startsWith('"') && !/^"(?:[^"\\]|\\.)*"$/s.test(data) && lines.length > 0) {
      data += `\r\n${lines.shift()}`;
    }
    const value = readData(data);
    if (value) keys.at(-1)?.[1].push([unquote(name[1] ?? ''), value]);
  }
  return keys;
}
