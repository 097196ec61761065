/**
 * The time source that is configured, from English `w32tm /query /configuration`: its first NTP
 * server; '' where the clock follows a domain or nothing. Null when it can't be read.
 * Source: learn.microsoft.com, Windows Time service tools and settings.
 */
export function parseTimeSource(text: string): { type: string; server: string } | null {
  const type = /^Type: (\w+)/m.exec(text)?.[1];
  if (type === undefined) return null;
  const server = /^NtpServer: ([^,\s]+)/m.exec(text)?.[1] ?? '';
  return { type, server: /^(NTP|AllSync)$/i.test(type) ? server : '' };
}

const SECONDS_1900_TO_1970 = 2_208_988_800;

/** Seconds since 1970 of one 64-bit time stamp of NTP. Source: RFC 5905, section 6. */
function ntpSeconds(packet: Uint8Array, offset: number): number {
  const view = new DataView(packet.buffer, packet.byteOffset);
  return view.getUint32(offset) - SECONDS_1900_TO_1970 + view.getUint32(offset + 4) / 2 ** 32;
}

/**
 * Seconds that our clock is ahead of a time server, from its answer and from when we asked and got
 * it (seconds since 1970). Null when the packet is none that tells the time.
 * Source: RFC 5905, sections 7.3 and 8.
 */
export function aheadOf(packet: Uint8Array, sent: number, received: number): number | null {
  const [first = 0, stratum = 0] = packet;
  const isAnswer = packet.length >= 48 && (first & 7) === 4 && stratum >= 1 && stratum <= 15;
  if (!isAnswer) return null;
  return -((ntpSeconds(packet, 32) - sent + (ntpSeconds(packet, 40) - received)) / 2);
}
