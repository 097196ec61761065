import type { Registry, RegistryValue } from './schema';

export type RegistryView = '32' | '64';

const roots: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKU: 'HKEY_USERS',
  HKCC: 'HKEY_CURRENT_CONFIG',
};

/** The whole name of a key, `HKLM\…` written out; null when its root is none. */
export function wholeKey(key: string): string | null {
  const [root = '', ...rest] = key.replace(/\\+$/, '').split('\\');
  const whole = roots[root.toUpperCase()] ?? root.toUpperCase();
  if (!Object.values(roots).includes(whole) || rest.includes('')) return null;
  return [whole, ...rest].join('\\');
}

const software = /^HKEY_LOCAL_MACHINE\\SOFTWARE(?=\\|$)/i;
const redirected = /^HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node(?=\\|$)/i;

/** Where a key really lies: the 32-bit view of SOFTWARE is its WOW6432Node. */
export function realKey(key: string, view: RegistryView): string {
  if (view === '64' || !software.test(key) || redirected.test(key)) return key;
  return key.replace(software, 'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node');
}

function findKey(registry: Registry, key: string): string | undefined {
  const wanted = key.toLowerCase();
  return Object.keys(registry).find((candidate) => candidate.toLowerCase() === wanted);
}

function findName(values: object, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.keys(values).find((candidate) => candidate.toLowerCase() === wanted);
}

/** True when the key or anything below it exists. Keys are whole and of the 64-bit view. */
export function keyExists(registry: Registry, key: string): boolean {
  const wanted = key.toLowerCase();
  return Object.keys(registry).some((candidate) => {
    const name = candidate.toLowerCase();
    return name === wanted || name.startsWith(`${wanted}\\`);
  });
}

/** The values of a key itself; none for a key that only holds others or doesn't exist. */
export function valuesOf(registry: Registry, key: string): Record<string, RegistryValue> {
  const found = findKey(registry, key);
  return (found !== undefined ? registry[found] : undefined) ?? {};
}

export function readValue(registry: Registry, key: string, name: string): RegistryValue | null {
  const values = valuesOf(registry, key);
  const found = findName(values, name);
  return (found !== undefined ? values[found] : undefined) ?? null;
}

/** A text value, or null when it isn't there or is no text. */
export function readText(registry: Registry, key: string, name: string): string | null {
  const value = readValue(registry, key, name);
  return value?.type === 'REG_SZ' || value?.type === 'REG_EXPAND_SZ' ? value.data : null;
}

export function setValue(
  registry: Registry,
  key: string,
  name: string,
  value: RegistryValue,
): void {
  const place = findKey(registry, key) ?? key;
  const values = registry[place] ?? {};
  values[findName(values, name) ?? name] = value;
  registry[place] = values;
}

/** Sets several text values of a key, and makes the key when it isn't there. */
export function setTexts(registry: Registry, key: string, texts: Record<string, string>): void {
  const place = findKey(registry, key) ?? key;
  registry[place] ??= {};
  for (const [name, data] of Object.entries(texts)) {
    setValue(registry, place, name, { type: 'REG_SZ', data });
  }
}

export function deleteValue(registry: Registry, key: string, name: string): boolean {
  const place = findKey(registry, key);
  const values = place !== undefined ? registry[place] : undefined;
  const found = values ? findName(values, name) : undefined;
  if (!values || found === undefined) return false;
  delete values[found];
  return true;
}

/** Deletes a key with all below it; false when there is none. */
export function deleteKey(registry: Registry, key: string): boolean {
  const below = keysBelow(registry, key);
  for (const name of below) delete registry[name];
  return below.length > 0;
}

/** The key itself, when it holds anything of its own, and all keys below it, in order. */
export function keysBelow(registry: Registry, key: string): string[] {
  const wanted = key.toLowerCase();
  return Object.keys(registry)
    .filter((candidate) => {
      const name = candidate.toLowerCase();
      return name === wanted || name.startsWith(`${wanted}\\`);
    })
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}
