import { isIPv6 } from 'node:net';

/** What must not be read in a report: names are of this server, of its user and of its domain. */
export interface Known {
  server: string;
  user: string;
  domains: readonly string[];
}

const ADDRESS =
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g;
const NOBODYS = /^(127\.|0\.0\.0\.0$|255\.)/;
const MAYBE_ADDRESS_6 = /(?<![\w:.])[0-9a-f]*:[0-9a-f:]+(?:%\d+)?(?!\w)/gi;
const HASH = /(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])/gi;
const MACHINE_SID = /S-1-5-21-\d+-\d+-\d+/g;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Takes names, addresses, thumbprints and the number of this computer out of a text. The same thing
 * gets the same mark everywhere, so that a difference is still seen.
 */
export function createMask({ server, user, domains }: Known): (text: string) => string {
  const marks = new Map<string, string>();
  const markOf = (kind: string) => (found: string) => {
    const key = `${kind} ${found.toLowerCase()}`;
    const count = [...marks.keys()].filter((one) => one.startsWith(`${kind} `)).length;
    const mark = marks.get(key) ?? `<${kind} ${count + 1}>`;
    marks.set(key, mark);
    return mark;
  };
  const names = [
    ...[server, server.slice(0, 15)].map((name) => [name, '<server>'] as const),
    [user, '<user>'] as const,
    ...domains.map((name) => [name, '<domain>'] as const),
  ]
    .filter(([name]) => name.length > 1 && !/^(system|workgroup)$/i.test(name))
    .sort(([a], [b]) => b.length - a.length)
    .map(
      ([name, mark]) =>
        [new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'giu'), mark] as const,
    );
  return (text) => {
    const unnamed = names.reduce((all, [pattern, mark]) => all.replace(pattern, mark), text);
    return unnamed
      .replace(MACHINE_SID, markOf('computer'))
      .replace(HASH, markOf('thumbprint'))
      .replace(ADDRESS, (found) => (NOBODYS.test(found) ? found : markOf('address')(found)))
      .replace(MAYBE_ADDRESS_6, (found) =>
        isIPv6(found.replace(/%.*/, '')) && !/^::1?$/.test(found)
          ? markOf('address')(found)
          : found,
      );
  };
}
