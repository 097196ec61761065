import { administratorsSid, systemSid } from '../world/access';
import { type InstallTarget, writeFiles } from './target';

const folder = 'C:\\ProgramData\\Microsoft Azure Site Recovery';
export const connectionPassphrasePath = `${folder}\\private\\connection.passphrase`;

const entry = (sid: string) => ({ sid, rights: 'F', inherited: false, kind: 'Allow' as const });

/** Closes a folder to everybody but administrators and the system. */
export async function closeFolder({ store }: InstallTarget, path: string): Promise<void> {
  await store.change(({ protections }) => {
    protections[path.toLowerCase()] = {
      owner: administratorsSid,
      protected: true,
      access: [entry(systemSid), entry(administratorsSid)],
    };
  });
}

/**
 * Writes the passphrase where the vendor's tools keep it, in a folder that only administrators and
 * the system may open. When exactly the vendor closes that folder is assumed.
 */
export async function keepPassphrase(
  target: InstallTarget,
  passphrase: string | Uint8Array,
): Promise<void> {
  await writeFiles(target, { [connectionPassphrasePath]: passphrase });
  await closeFolder(target, `${folder}\\private`);
}

/** The passphrase as set-up keeps it, and the configuration server's certificate beside it. */
export async function writeConnectionFiles(
  target: InstallTarget,
  passphrase: string,
): Promise<void> {
  await keepPassphrase(target, passphrase);
  const { address, port } = (await target.store.read()).configurationServer;
  await writeServerCertificate(target, address, port);
}

/** What csgetfingerprint writes once the configuration server has answered. */
export async function writeServerCertificate(
  target: InstallTarget,
  address: string,
  port: number,
): Promise<{ fingerprint: string; certificate: string }> {
  const { thumbprint } = (await target.store.read()).configurationServer;
  const fingerprint = `${folder}\\fingerprints\\${address}_${port}.fingerprint`;
  const certificate = `${folder}\\certs\\${address}_${port}.crt`;
  await writeFiles(target, {
    [fingerprint]: thumbprint,
    [certificate]: '-----BEGIN CERTIFICATE-----\r\npractice\r\n-----END CERTIFICATE-----\r\n',
  });
  return { fingerprint, certificate };
}
