/**
 * A version as plain numbers with dots ("9, 55, 6765, 1" becomes "9.55.6765.1", words after it are
 * cut off); null when it can not be read, which must never pass for a low one.
 */
export function plainVersion(version: string): string | null {
  const joined = version.trim().replace(/\s*[,.]\s*/g, '.');
  return /^(\d+(?:\.\d+){1,3})(?:\s|$)/.exec(joined)?.[1] ?? null;
}

/** Compares two plain versions number by number; missing numbers count as 0. Negative: `a` is lower. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const cutTo = (version: string, length: number) => version.split('.').slice(0, length).join('.');

/** Compares only as many numbers as both name: "9.55" against "9.55.6765.1" is the same. */
export function compareNamedVersions(a: string, b: string): number {
  const length = Math.min(a.split('.').length, b.split('.').length);
  return compareVersions(cutTo(a, length), cutTo(b, length));
}

/** The numbers by which versions of this product are spoken of: "9.55". */
export const familyOf = (version: string): string => cutTo(version, 2);
