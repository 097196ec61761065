/**
 * The hash that `certutil -hashfile` prints, lower-case; older Windows puts blanks between the
 * bytes. Null when there is none.
 */
export function parseHashFile(text: string): string | null {
  for (const line of text.split(/\r?\n/)) {
    const hash = line.trim().replaceAll(' ', '').toLowerCase();
    if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  }
  return null;
}

export interface StoredCertificate {
  /** SHA-1, lower-case hex without blanks. */
  thumbprint: string;
  /** As certutil prints it: local time to the minute, in the format of the user. */
  notAfter: string;
}

/** The certificates of a store as English `certutil -store` lists them. */
export function parseStore(text: string): StoredCertificate[] {
  return text
    .split(/^=+ .*\d+ =+\s*$/m)
    .slice(1)
    .flatMap((block) => {
      const hash = /Cert Hash\(sha1\): ([0-9a-f ]+)/i.exec(block)?.[1];
      const notAfter = /NotAfter: (.+)/.exec(block)?.[1]?.trim() ?? '';
      return hash ? [{ thumbprint: hash.replaceAll(' ', '').toLowerCase(), notAfter }] : [];
    });
}

/**
 * The moment of "11/21/2027 10:00 AM" in the time zone of this process; null for any other form,
 * whose order of day and month nobody can tell.
 */
export function localMoment(words: string): Date | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})[ \u202f](AM|PM)$/.exec(words);
  if (!match) return null;
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = match.slice(1, 6).map(Number);
  return new Date(year, month - 1, day, (hour % 12) + (match[6] === 'PM' ? 12 : 0), minute);
}
