import { randomBytes, randomUUID } from 'node:crypto';
import { deleteKey, setTexts } from '../world/registry';
import { keys } from './keys';
import { type InstallTarget, writeFiles } from './target';

const privateFolder = 'C:\\ProgramData\\Microsoft Azure Site Recovery\\private';
const certificateDays = 730;

/** What a successful `cdpcli --registermt` leaves: certificate, its file and the InMageMT key. */
export async function registerMasterTarget(target: InstallTarget): Promise<void> {
  const thumbprint = randomBytes(20).toString('hex').toUpperCase();
  const container = randomUUID();
  for (const name of ['MTCert.pfx', 'MTregistryKey.hiv']) {
    const path = `${privateFolder}\\${name}`;
    const backup = `${path}.bak-${target
      .now()
      .toISOString()
      .replace(/[-:]|\.\d+Z$/g, '')}`;
    if (await target.files.stat(path)) await target.files.copy(path, backup);
    await writeFiles(target, { [path]: randomBytes(64) });
  }
  await target.store.change((world) => {
    const { geoName } = world.configurationServer;
    deleteKey(world.registry, keys.registration);
    setTexts(world.registry, keys.registration, {
      SubscriptionId: '00000000-0000-4000-8000-000000000001',
      ResourceId: '1234567890123456789',
      VaultLocation: geoName,
      ContainerUniqueName: container,
      ProtectionServiceSVCEndpoint: `https://pod01-prot1a.${geoName}.backup.windowsazure.com`,
      TelemetryServiceSVCEndpoint: `https://pod01-tel1.${geoName}.backup.windowsazure.com`,
      ServiceTenantId: '00000000-0000-4000-8000-000000000002',
      ServiceClientId: '00000000-0000-4000-8000-000000000003',
      ServiceAADAudience: 'https://windowsazure.net/practice',
      AADAuthority: 'https://login.microsoftonline.com',
      PrimaryCertThumbprint: thumbprint,
      Mode: 'InMage',
    });
    const validUntil = new Date(
      target.now().getTime() + certificateDays * 86_400_000,
    ).toISOString();
    const subject = `CN=CB_${world.computerName}_${container}_vaultcredentials`;
    // Windows adds to its store: certificates of earlier registrations stay there.
    world.certificates.push({ store: 'My', thumbprint, subject, validUntil });
  });
}
