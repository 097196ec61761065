const SIZE = 2_000_000;

/** A large file that shows at every place which version of it this is. */
export const versionedContent = (version: number): Buffer =>
  Buffer.alloc(SIZE, `${String(version).padStart(9, '0')}\n`);

/** The version of the content; null when it is not one of them, whole. */
export function versionOf(content: Uint8Array): number | null {
  const version = Number(Buffer.from(content).toString('latin1', 0, 9));
  return versionedContent(version).equals(content) ? version : null;
}
