import { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { SentCertificate } from './ports';

/**
 * One line per part, the innermost last; Windows shows them the other way round, with S for ST. Node
 * gives nothing at all for an empty name, as certificates for host names only may have.
 */
const windowsName = (lines: string | undefined) =>
  (lines ?? '')
    .split('\n')
    .reverse()
    .map((part) => part.replace(/^ST=/, 'S='))
    .join(', ');

/** As the system said it, where it is no time anybody can count with. */
function isoTime(said: string): string {
  const time = Date.parse(said);
  return Number.isNaN(time) ? said : new Date(time).toISOString();
}

/** Node puts a name with signs of its own list in quotes, so that no name can pose as two. */
const NAME = /(?<kind>[^:,]+):(?<value>"(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/gy;

/**
 * The host names and addresses of a list such as `DNS:a.test, IP Address:10.0.0.1`.
 * Source of the form: Node's documentation of `x509.subjectAltName`.
 */
export function certificateNames(list: string): string[] {
  return [...list.matchAll(NAME)].flatMap(({ groups }) =>
    groups?.kind === 'DNS' || groups?.kind === 'IP Address' ? [groups.value ?? ''] : [],
  );
}

function readCertificate(raw: Buffer): SentCertificate {
  const { subject, issuer, fingerprint, validFrom, validTo, subjectAltName } = new X509Certificate(
    raw,
  );
  return {
    subject: windowsName(subject),
    issuer: windowsName(issuer),
    thumbprint: fingerprint.replaceAll(':', '').toLowerCase(),
    validFrom: isoTime(validFrom),
    validUntil: isoTime(validTo),
    names: certificateNames(subjectAltName ?? ''),
  };
}

/**
 * The certificates the other side sent, its own first. Node adds the authority at the end when that
 * was not sent but is one of those it trusts.
 */
export function sentCertificates(socket: TLSSocket): SentCertificate[] {
  const chain: SentCertificate[] = [];
  // Not getPeerX509Certificate: asked a second time, it has forgotten the chain or all of it.
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next?.raw) {
    const { raw, issuerCertificate }: DetailedPeerCertificate = next;
    chain.push(readCertificate(raw));
    next = issuerCertificate === next ? undefined : issuerCertificate;
  }
  return chain;
}

/**
 * Node's codes for what is wrong with the certificate for that host: CERT_HAS_EXPIRED,
 * DEPTH_ZERO_SELF_SIGNED_CERT … and ERR_TLS_CERT_ALTNAME_INVALID. Empty when nothing is.
 */
export function certificateDoubts(socket: TLSSocket, host: string): string[] {
  const doubts = socket.authorized ? [] : [String(socket.authorizationError)];
  // Node itself looks at the name only when nothing else is wrong.
  if (checkServerIdentity(host, socket.getPeerCertificate())) {
    doubts.push('ERR_TLS_CERT_ALTNAME_INVALID');
  }
  return [...new Set(doubts)];
}
