import { isDeepStrictEqual } from 'node:util';

/** Throws, with what was found in words, unless it is what it should be. */
export function expectEqual(found: unknown, wanted: unknown, what: string): void {
  if (isDeepStrictEqual(found, wanted)) return;
  throw new Error(`${what}: ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`);
}
