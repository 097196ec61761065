/**
 * Compares two versions number by number; missing numbers count as 0. Negative when `a` is lower.
 * A part that is no number counts as 0.
 */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] || 0) - (right[at] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Compares only as many numbers as both name: "9.55" against "9.55.6765.1" is the same. */
export function compareNamedVersions(a: string, b: string): number {
  const length = Math.min(a.split('.').length, b.split('.').length);
  const cut = (version: string) => version.split('.').slice(0, length).join('.');
  return compareVersions(cut(a), cut(b));
}
