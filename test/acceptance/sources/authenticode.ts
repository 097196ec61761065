import { createHash } from 'node:crypto';

interface Places {
  checksum: number;
  entry: number;
  table: number;
  tableSize: number;
}

/** Source: Microsoft, PE Format: optional header and its data directories. */
function findPlaces(bytes: Buffer): Places | null {
  if (bytes.length < 0x40 || bytes.toString('latin1', 0, 2) !== 'MZ') return null;
  const header = bytes.readUInt32LE(0x3c);
  if (header + 0xa8 > bytes.length || bytes.readUInt32LE(header) !== 0x4550) return null;
  const optional = header + 24;
  const isWide = bytes.readUInt16LE(optional) === 0x20b;
  const entry = optional + (isWide ? 112 : 96) + 4 * 8;
  const table = bytes.readUInt32LE(entry);
  const tableSize = bytes.readUInt32LE(entry + 4);
  if (table + tableSize > bytes.length) return null;
  return { checksum: optional + 64, entry, table, tableSize };
}

export interface PeSignature {
  /** Digests as Authenticode counts them, lower-case hex. */
  digests: { sha256: string; sha1: string };
  /** Whether a signature lies in the file; else it may be in a catalogue. */
  isEmbedded: boolean;
  /** Whether the signature in the file is about these very bytes. */
  isAboutTheseBytes: boolean;
}

/**
 * Reads the signature of a program without Windows: the digest of the file without its checksum
 * and its signature, and whether that digest stands in the signature. Who signed, and whether that
 * one is trusted, is not looked at. Null for what is no program.
 * Source: Microsoft, Windows Authenticode Portable Executable Signature Format.
 */
export function readPeSignature(bytes: Buffer): PeSignature | null {
  const places = findPlaces(bytes);
  if (places === null) return null;
  const { checksum, entry, table, tableSize } = places;
  const isEmbedded = tableSize > 0;
  const digest = (algorithm: string) => {
    const hash = createHash(algorithm);
    hash.update(bytes.subarray(0, checksum));
    hash.update(bytes.subarray(checksum + 4, entry));
    hash.update(bytes.subarray(entry + 8, isEmbedded ? table : bytes.length));
    if (isEmbedded) hash.update(bytes.subarray(table + tableSize));
    return hash.digest();
  };
  const [sha256, sha1] = [digest('sha256'), digest('sha1')];
  const signature = bytes.subarray(table, table + tableSize);
  return {
    digests: { sha256: sha256.toString('hex'), sha1: sha1.toString('hex') },
    isEmbedded,
    isAboutTheseBytes: isEmbedded && (signature.includes(sha256) || signature.includes(sha1)),
  };
}
