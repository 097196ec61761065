import { text } from '../../../contract/text/engine';
import type { SentCertificate } from '../../host/ports';
import { type Evaluate, seen } from './context';

const words = text.checkWords;

/** What is wrong with the certificate that was sent, in words; null when it is as needed. */
function wrongWith(
  { thumbprint, validUntil }: SentCertificate,
  otherThan: string | null,
  validAfter: string | null,
  fingerprint: string | null,
): string | null {
  if (otherThan !== null && thumbprint === otherThan.toLowerCase()) return words.sameCertificate;
  if (validAfter !== null && !(Date.parse(validUntil) > Date.parse(validAfter))) {
    return words.validUntil(validUntil.slice(0, 10));
  }
  if (fingerprint === null) return words.noFingerprint;
  return fingerprint === thumbprint ? null : words.otherFingerprint(fingerprint);
}

/** The certificate that a port really sends, compared with the one before and the vendor's file. */
export const portCertificate: Evaluate<'portCertificate'> = async (check, { server }) => {
  const { host, port, otherThan, validAfter } = check;
  const needed = [
    ...(otherThan === null ? [] : [words.newCertificate]),
    ...(validAfter === null ? [] : [words.validLonger(validAfter.slice(0, 10))]),
    words.asFingerprint,
  ].join(', ');
  const evidence = `https://${host}:${port}, ${check.fingerprintFile}`;
  const probe = await server.network.probeHttps(host, port, 10);
  if (probe.kind !== 'answered') {
    return seen(check, false, needed, words.doesNotAnswer(probe.message), evidence);
  }
  const [certificate] = probe.certificates;
  if (!certificate) return seen(check, false, needed, words.noCertificate, evidence);
  const held = (await server.readText(check.fingerprintFile))?.trim().toLowerCase() ?? null;
  const wrong = wrongWith(certificate, otherThan, validAfter, held);
  const found = `${certificate.thumbprint}, ${words.validUntil(certificate.validUntil.slice(0, 10))}`;
  return seen(check, wrong === null, needed, wrong ?? found, evidence);
};
