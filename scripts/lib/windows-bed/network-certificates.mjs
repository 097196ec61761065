import { writeFileSync } from 'node:fs';
import { capture } from '../processes.mjs';

/** As the vendor's own tool makes the one of the data port: no names but this. */
export const scout = '/C=US/ST=Washington/L=Redmond/O=Microsoft/OU=InMage/CN=Scout';

/**
 * Makes `<name>.crt` and `<name>.key` of every server: `dataPort` and `expired` signed by
 * themselves, `wrongName` signed by an authority that is sent along.
 * @param {string} folder
 */
export async function makeCertificates(folder) {
  const newKey = ['req', '-newkey', 'rsa:2048', '-nodes', '-batch'];
  const files = (/** @type {string} */ name) => ['-keyout', `${name}.key`, '-out', `${name}.crt`];
  const request = (/** @type {string} */ name, /** @type {string} */ subject) =>
    openssl(folder, [...newKey, '-subj', subject, '-keyout', `${name}.key`, '-out', `${name}.csr`]);
  const own = [...newKey, '-x509', '-days', '1095', '-config', 'own.cnf'];
  writeFileSync(`${folder}/own.cnf`, ownConfig);
  await openssl(folder, [...own, '-subj', scout, ...files('dataPort')]);
  const authority = ['-subj', '/O=Bed/CN=Bed authority', ...files('authority')];
  await openssl(folder, [...own, '-extensions', 'authority', ...authority]);
  await request('wrongName', '/CN=other.contoso.test');
  await request('expired', '/CN=expired.contoso.test');
  writeFileSync(`${folder}/index.txt`, '');
  const sign = ['ca', '-batch', '-notext', '-config', 'own.cnf'];
  await openssl(folder, [
    ...[...sign, '-selfsign', '-keyfile', 'expired.key', '-in', 'expired.csr'],
    ...['-startdate', '20200102030405Z', '-enddate', '20230102030405Z', '-out', 'expired.crt'],
  ]);
  await openssl(folder, [
    ...[...sign, '-cert', 'authority.crt', '-keyfile', 'authority.key', '-in', 'wrongName.csr'],
    ...['-days', '30', '-extensions', 'otherNames', '-out', 'leaf.crt'],
  ]);
  const sent = await Promise.all(['leaf', 'authority'].map((name) => pem(folder, name)));
  writeFileSync(`${folder}/wrongName.crt`, sent.join(''));
}

const ownConfig = `
[req]
distinguished_name = asked
[asked]
[authority]
basicConstraints = critical, CA:TRUE
[otherNames]
subjectAltName = DNS:other.contoso.test, DNS:*.branch.contoso.test, IP:10.20.30.99
[ca]
default_ca = bed
[bed]
database = index.txt
new_certs_dir = .
default_md = sha256
rand_serial = yes
unique_subject = no
policy = any
[any]
commonName = supplied
`;

/**
 * The SHA-1 of a certificate as Windows shows it.
 * @param {string} folder
 * @param {string} name
 */
export async function thumbprint(folder, name) {
  const said = await openssl(folder, [
    'x509',
    '-in',
    `${name}.crt`,
    '-noout',
    '-fingerprint',
    '-sha1',
  ]);
  return said.replace(/^.*=/, '').replaceAll(':', '').trim().toLowerCase();
}

/** @param {string} folder @param {string} name */
const pem = (folder, name) => openssl(folder, ['x509', '-in', `${name}.crt`]);

/** @param {string} folder @param {string[]} args */
export async function openssl(folder, args) {
  const { code, stdout, stderr } = await capture('openssl', args, { cwd: folder });
  if (code !== 0) throw new Error(`openssl ${args[0]} ended with ${code}: ${stderr}`);
  return stdout;
}
