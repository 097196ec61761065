import { randomBytes } from 'node:crypto';
import { type InstallTarget, writeFiles } from './target';

const folder = 'C:\\ProgramData\\Microsoft Azure Site Recovery';
const certificateDays = 1095;
const subject = 'CN=Scout, OU=InMage, O=Microsoft, L=Redmond, S=Washington, C=US';

/** Certificate, key, parameters and fingerprint of the data port. */
export const dataPortFiles = [
  `${folder}\\certs\\ps.crt`,
  `${folder}\\private\\ps.key`,
  `${folder}\\private\\ps.dh`,
  `${folder}\\fingerprints\\ps.fingerprint`,
] as const;

/** A new certificate for the data port; each file before stays beside it with `.bak` and the time. */
export async function renewDataPortCertificate(target: InstallTarget): Promise<void> {
  const thumbprint = randomBytes(20).toString('hex');
  const time = target
    .now()
    .toISOString()
    .replace(/[-:]|\.\d+Z$/g, '');
  for (const path of dataPortFiles) {
    if (await target.files.stat(path)) await target.files.copy(path, `${path}.bak.${time}`);
  }
  const made = `practice ${thumbprint}\r\n`;
  const [certificate, key, parameters, fingerprint] = dataPortFiles;
  await writeFiles(target, {
    [certificate]: `-----BEGIN CERTIFICATE-----\r\n${made}-----END CERTIFICATE-----\r\n`,
    [key]: made,
    [parameters]: made,
    [fingerprint]: thumbprint,
  });
  const validUntil = new Date(target.now().getTime() + certificateDays * 86_400_000).toISOString();
  await target.store.change((world) => {
    world.certificates = world.certificates.filter(({ store }) => store !== 'ps.crt');
    world.certificates.push({ store: 'ps.crt', thumbprint, subject, validUntil });
  });
}
