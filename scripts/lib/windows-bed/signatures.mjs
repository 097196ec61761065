import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { capture } from '../processes.mjs';
import { Refusal } from '../say.mjs';
import { compilePrograms, compiler } from './programs.mjs';

/**
 * The greatest forger there can be: an authority with the very name of Microsoft's root, which
 * signs for publishers with any name.
 */
const microsoft = '/C=US/ST=Washington/L=Redmond/O=Microsoft Corporation';
const rootName = `${microsoft}/CN=Microsoft Root Certificate Authority 2011`;
const publishers = {
  forged: { name: `${microsoft}/CN=Microsoft Corporation`, ends: '20990101000000Z' },
  other: { name: '/C=US/O=Contoso/CN=Contoso Software', ends: '20990101000000Z' },
  expired: { name: `${microsoft}/CN=Microsoft Corporation`, ends: '20210101000000Z' },
};

const settings = `[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
preserve = yes
unique_subject = no
x509_extensions = signing
[any]
countryName = optional
stateOrProvinceName = optional
localityName = optional
organizationName = optional
commonName = supplied
[signing]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = codeSigning
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

/** What a set-up file of the vendor tells about itself. */
const productVersion = '9.66.7567.1';
const resource = `#include <windows.h>
VS_VERSION_INFO VERSIONINFO
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904b0"
    BEGIN
      VALUE "ProductVersion", "${productVersion}"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1200
  END
END
`;

/**
 * Programs signed and not signed, each with what osslsigncode says about it, and the stand-in for
 * the script that asks Windows about them.
 * @type {import('./parts.mjs').BedPart}
 */
export const signatures = {
  name: 'signatures',
  debianPackages: ['osslsigncode', 'openssl'],
  async prepare(folder) {
    const place = join(folder, 'signed');
    mkdirSync(place);
    const standIns = join(root, 'test', 'windows', 'stand-ins');
    await Promise.all([
      compilePrograms(standIns, join(folder, 'stand-ins')),
      makeProgram(place),
      makeAuthority(place),
    ]);
    for (const name of Object.keys(publishers)) await sign(place, name);
    change(place);
    /** @type {Record<string, object>} */
    const files = {};
    for (const name of ['unsigned', 'changed', ...Object.keys(publishers)]) {
      files[name] = {
        path: inside(`${name}.exe`),
        goodWithOwnAuthority: await isGood(place, name, 'root.pem'),
        goodWithOtherAuthority: await isGood(place, name, 'stranger.pem'),
      };
    }
    const certificate = readFileSync(join(place, 'root.der'));
    const thumbprint = createHash('sha1').update(certificate).digest('hex').toUpperCase();
    const own = { certificate: inside('root.der'), thumbprint };
    return { value: { files, root: own, productVersion } };
  },
};

/** @param {string} name */
const inside = (name) => `C:\\psm-bed\\signed\\${name}`;

/**
 * @param {string} cwd
 * @param {string} file
 * @param {string[]} args
 */
async function must(cwd, file, args) {
  const { code, stdout, stderr } = await capture(file, args, { cwd, timeoutMs: 60_000 });
  if (code !== 0) throw new Refusal(`${file} ${args[0]} ended with ${code}: ${stderr}${stdout}`);
}

/** The smallest program with a version. @param {string} place */
async function makeProgram(place) {
  writeFileSync(join(place, 'program.rc'), resource);
  writeFileSync(join(place, 'program.c'), 'int main(void) { return 0; }\n');
  await must(place, compiler.replace(/gcc$/, 'windres'), ['program.rc', 'version.o']);
  await must(place, compiler, ['-s', '-o', 'unsigned.exe', 'program.c', 'version.o']);
}

/** A root, a stranger who signed nothing, and one key for all publishers. @param {string} place */
async function makeAuthority(place) {
  writeFileSync(join(place, 'settings.cnf'), settings);
  writeFileSync(join(place, 'index.txt'), '');
  const selfSigned = ['req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-days', '3650'];
  for (const [name, subject] of [
    ['root', rootName],
    ['stranger', '/CN=Contoso Test Root'],
  ]) {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`];
    await must(place, 'openssl', [...selfSigned, ...files, '-subj', subject ?? '']);
  }
  await must(place, 'openssl', ['x509', '-in', 'root.pem', '-outform', 'DER', '-out', 'root.der']);
  await must(place, 'openssl', ['genrsa', '-out', 'publisher.key', '2048']);
  for (const [name, publisher] of Object.entries(publishers)) {
    const request = ['-key', 'publisher.key', '-subj', publisher.name, '-out', `${name}.csr`];
    await must(place, 'openssl', ['req', '-new', ...request]);
    const by = ['-config', 'settings.cnf', '-cert', 'root.pem', '-keyfile', 'root.key'];
    const valid = ['-startdate', '20200101000000Z', '-enddate', publisher.ends];
    const files = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-notext', '-batch'];
    await must(place, 'openssl', ['ca', ...by, ...valid, ...files]);
    appendFileSync(join(place, `${name}.pem`), readFileSync(join(place, 'root.pem')));
  }
}

/**
 * No timestamp: none is to be had without the network.
 * @param {string} place
 * @param {string} name
 */
async function sign(place, name) {
  const by = ['-certs', `${name}.pem`, '-key', 'publisher.key', '-h', 'sha256'];
  await must(place, 'osslsigncode', ['sign', ...by, '-in', 'unsigned.exe', '-out', `${name}.exe`]);
}

/** One letter of what DOS would print: signed, and without meaning for Windows. @param {string} place */
function change(place) {
  const program = readFileSync(join(place, 'forged.exe'));
  program.write('t', program.indexOf('This program'));
  writeFileSync(join(place, 'changed.exe'), program);
}

/**
 * @param {string} place
 * @param {string} name
 * @param {string} authority
 */
async function isGood(place, name, authority) {
  const args = ['verify', '-CAfile', authority, '-in', `${name}.exe`];
  const { code } = await capture('osslsigncode', args, { cwd: place, timeoutMs: 60_000 });
  if (code !== 0 && code !== 1) throw new Refusal(`osslsigncode verify ended with ${code}.`);
  return code === 0;
}
