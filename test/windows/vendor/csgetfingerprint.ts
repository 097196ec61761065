import { readFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { places, readOrders } from './places';

/** Compares the passphrase in the vendor's own file with that of the configuration server. */
export async function csgetfingerprint(): Promise<number> {
  const folder = win32.join(places.programData, 'Microsoft Azure Site Recovery', 'private');
  const found = readFileSync(win32.join(folder, 'connection.passphrase'), 'utf8').trim();
  if (found === readOrders().passphrase) {
    process.stdout.write('passphrase is valid\r\n');
    return 0;
  }
  process.stdout.write(
    'passphrase failed validation -- reason: server returned error: 403 -- data: Forbidden -- Verify the correct ip address, port and passphrase were entered\r\n',
  );
  return -1;
}
