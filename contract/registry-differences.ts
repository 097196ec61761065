import type { RegistryEntry } from './details';
import type { RegistryValue } from './registry-value';

type RegistryTree = ReadonlyMap<string, ReadonlyMap<string, RegistryValue>>;

/** How a subtree of the registry differs from one that was kept. */
export interface RegistryDifferences {
  /** Values that are gone or other now, and keys that are gone. */
  changed: RegistryEntry[];
  /** Values that came since, and keys, of which the uppermost is named alone. */
  added: RegistryEntry[];
}

/** Compares keys, values and their types. Names are those of the trees: in lower case. */
export function differencesOf(kept: RegistryTree, now: RegistryTree): RegistryDifferences {
  const changed: RegistryEntry[] = [];
  const added: RegistryEntry[] = [];
  for (const [key, values] of kept) {
    const present = now.get(key);
    if (!present) changed.push({ key, name: null });
    for (const [name, value] of present ? values : []) {
      const found = present?.get(name);
      if (found?.type !== value.type || found.text !== value.text) changed.push({ key, name });
    }
    for (const name of present?.keys() ?? []) if (!values.has(name)) added.push({ key, name });
  }
  for (const key of now.keys()) {
    const above = key.slice(0, key.lastIndexOf('\\'));
    const isUppermost = kept.has(above) || !now.has(above);
    if (!kept.has(key) && isUppermost) added.push({ key, name: null });
  }
  return { changed, added };
}

/** Keys of a subtree that do not lie at or below `key`, among them those that an import would delete. */
export function keysOutside(tree: RegistryTree, key: string): string[] {
  const within = key.toLowerCase();
  return [...tree.keys()].filter((name) => name !== within && !name.startsWith(`${within}\\`));
}
