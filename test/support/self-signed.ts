import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** One element of DER: tag, length, content. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 128) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const hex = content.length.toString(16);
  const length = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const identifier = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const utf8 = (text: string) => der(0x0c, Buffer.from(text));
const time = (at: Date) => {
  const digits = at.toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(0x17, Buffer.from(digits.slice(2)));
};
const bits = (bytes: Uint8Array) => der(0x03, Buffer.from([0]), bytes);

const commonName = '550403';
const alternativeNames = '551d11';
const sha256WithRsa = sequence(identifier('2a864886f70d01010b'), der(0x05));

const DAY_MS = 86_400_000;

/**
 * A key and a certificate signed by itself, good from yesterday to tomorrow, as PEM: no key lies in
 * the repository. Nobody trusts it. `subject` null: it is for the names and of nobody.
 */
export function makeSelfSigned(
  names: readonly [string, ...string[]],
  subject: string | null = names[0],
): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name =
    subject === null
      ? sequence()
      : sequence(der(0x31, sequence(identifier(commonName), utf8(subject))));
  const hosts = sequence(...names.map((host) => der(0x82, Buffer.from(host))));
  const extensions = sequence(sequence(identifier(alternativeNames), der(0x04, hosts)));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const now = Date.now();
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    sha256WithRsa,
    name,
    sequence(time(new Date(now - DAY_MS)), time(new Date(now + DAY_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const whole = sequence(body, sha256WithRsa, bits(sign('sha256', body, privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
