import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../processes.mjs';
import { Refusal } from '../say.mjs';
import { NotHere } from './not-here.mjs';
import { ownAddress, whyNoOwnNetwork } from './own-network.mjs';
import { winePrefix } from './wine.mjs';

/** @type {import('./parts.mjs').BedPart} What the end-to-end set-up needs besides its stand-ins. */
export const setUpPart = {
  name: 'setUp',
  debianPackages: ['openssl', 'iproute2', 'util-linux'],
  async prepare(folder) {
    const reason = await whyNoOwnNetwork();
    if (reason !== null) throw new NotHere(reason);
    giveDriveD();
    const work = join(folder, 'set-up');
    mkdirSync(work, { recursive: true });
    await makeCertificate(work);
    return {
      value: {
        address: ownAddress,
        certificate: 'C:\\psm-bed\\set-up\\data-port.crt',
        certificateKey: 'C:\\psm-bed\\set-up\\data-port.key',
      },
    };
  },
};

/** A process server is installed on a drive of its own. */
function giveDriveD() {
  mkdirSync(join(winePrefix(), 'drive_d'), { recursive: true });
  const device = join(winePrefix(), 'dosdevices', 'd:');
  if (!existsSync(device)) symlinkSync('../drive_d', device);
}

/** The data port has a certificate it made itself. @param {string} folder */
async function makeCertificate(folder) {
  const [certificate, key] = ['crt', 'key'].map((end) => join(folder, `data-port.${end}`));
  const { code, stderr } = await capture('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30'],
    ...['-subj', '/CN=Scout', '-keyout', key ?? '', '-out', certificate ?? ''],
  ]);
  if (code !== 0) throw new Refusal(`openssl made no certificate: ${stderr.trim()}`);
}
