import type { RegistryTree } from './reg-file';
import { dependenciesOf, SERVICES_KEY } from './services';

/** Lower-case names of the services that depend directly on each, by lower-case name. */
export function dependentsIn(tree: RegistryTree): ReadonlyMap<string, readonly string[]> {
  const prefix = `${SERVICES_KEY}\\`.toLowerCase();
  const found = new Map<string, string[]>();
  for (const key of tree.keys()) {
    const name = key.startsWith(prefix) ? key.slice(prefix.length) : '\\';
    if (name.includes('\\')) continue;
    for (const needed of dependenciesOf(tree, name)) {
      const others = found.get(needed.toLowerCase()) ?? [];
      found.set(needed.toLowerCase(), [...others, name]);
    }
  }
  return found;
}

/**
 * The names, each after those of them that `before` leads to, also across services that are not
 * named; otherwise as given. A circle is cut where it is met.
 */
function ordered(names: readonly string[], before: (name: string) => readonly string[]): string[] {
  const given = new Map(names.map((name) => [name.toLowerCase(), name]));
  const seen = new Set<string>();
  const order: string[] = [];
  const visit = (name: string) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return;
    seen.add(key);
    for (const other of before(key)) visit(other);
    const asGiven = given.get(key);
    if (asGiven !== undefined) order.push(asGiven);
  };
  for (const name of names) visit(name);
  return order;
}

/** What a service depends on comes before it. `tree` is the key of all services. */
export const startOrder = (tree: RegistryTree, names: readonly string[]) =>
  ordered(names, (name) => dependenciesOf(tree, name));

/** What depends on a service comes before it. */
export function stopOrder(tree: RegistryTree, names: readonly string[]): string[] {
  const dependents = dependentsIn(tree);
  return ordered(names, (name) => dependents.get(name) ?? []);
}
