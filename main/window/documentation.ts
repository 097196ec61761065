import type { Shell } from 'electron';
import type { z } from 'zod';
import type { documentationKeySchema } from '../../contract/ipc';

export type DocumentationKey = z.infer<typeof documentationKeySchema>;

const ARTICLES = 'https://learn.microsoft.com/en-us/azure/site-recovery/';

/** Every address this program can open. The window names a key, never an address. */
export const DOCUMENTATION: Readonly<Record<DocumentationKey, string>> = {
  addProcessServer: `${ARTICLES}vmware-azure-set-up-process-server-scale`,
  supportNotice: `${ARTICLES}vmware-physical-azure-classic-deprecation`,
  passphrase: `${ARTICLES}vmware-azure-manage-configuration-server`,
  ports: `${ARTICLES}vmware-azure-configuration-server-requirements`,
  troubleshoot: `${ARTICLES}vmware-physical-azure-troubleshoot-process-server`,
};

/** Opens an article in the system's browser; false when the system has none. */
export async function openDocumentation(
  shell: Pick<Shell, 'openExternal'>,
  key: DocumentationKey,
): Promise<boolean> {
  try {
    await shell.openExternal(DOCUMENTATION[key]);
    return true;
  } catch {
    return false;
  }
}
