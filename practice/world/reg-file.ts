import { keysBelow, type RegistryView, realKey, valuesOf } from './registry';
import type { Registry, RegistryValue } from './schema';

/** Bytes a line of hexadecimal digits holds at most is 25: `  ` and 25 × `xx,`. */
const hexLineLength = 2 + 25 * 3;

/**
 * The text of a key as `reg export` writes it (version 5.00): CRLF, values in the order they were
 * made, keys below in order of their names, an empty line after each.
 */
export function exportKey(registry: Registry, key: string, view: RegistryView): string {
  const real = realKey(key, view);
  const shown = withKeysBetween(real, keysBelow(registry, real));
  const parts = shown.map((section) => {
    const values = Object.entries(valuesOf(registry, section));
    const lines = values.map(([name, value]) => `${formatValue(name, value)}\r\n`);
    return `[${key}${section.slice(real.length)}]\r\n${lines.join('')}\r\n`;
  });
  return `Windows Registry Editor Version 5.00\r\n\r\n${parts.join('')}`;
}

/** Keys that only hold other keys have a section of their own too. */
function withKeysBetween(top: string, below: readonly string[]): string[] {
  const found = new Map<string, string>([[top.toLowerCase(), top]]);
  for (const key of below) {
    const names = key.slice(top.length).split('\\').slice(1);
    for (let depth = 1; depth <= names.length; depth += 1) {
      const name = [top, ...names.slice(0, depth)].join('\\');
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
    }
  }
  return [...found.keys()].sort().flatMap((name) => found.get(name) ?? []);
}

function formatValue(name: string, value: RegistryValue): string {
  const left = name === '' ? '@=' : `${quote(name)}=`;
  switch (value.type) {
    case 'REG_SZ':
      return `${left}${quote(value.data)}`;
    case 'REG_DWORD':
      return `${left}dword:${value.data.toString(16).padStart(8, '0')}`;
    case 'REG_QWORD': {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(value.data));
      return hexLines(`${left}hex(b):`, bytes);
    }
    case 'REG_BINARY':
      return hexLines(`${left}hex:`, Buffer.from(value.data, 'hex'));
    case 'REG_EXPAND_SZ':
      return hexLines(`${left}hex(2):`, Buffer.from(`${value.data}\0`, 'utf16le'));
    case 'REG_MULTI_SZ': {
      const text = [...value.data.map((line) => `${line}\0`), '\0'].join('');
      return hexLines(`${left}hex(7):`, Buffer.from(text, 'utf16le'));
    }
  }
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function hexLines(start: string, bytes: Uint8Array): string {
  let text = start;
  let lineLength = start.length;
  for (const [at, byte] of bytes.entries()) {
    text += byte.toString(16).padStart(2, '0');
    if (at === bytes.length - 1) break;
    text += ',';
    lineLength += 3;
    if (lineLength >= hexLineLength) {
      text += '\\\r\n  ';
      lineLength = 2;
    }
  }
  return text;
}
