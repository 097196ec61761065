import type { RemovalFacts } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { type Result, success } from '../../../contract/problem';
import { textValue } from '../../../contract/registry-value';
import { joinServerPath, type ServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/decommission-procedure';
import type { Server } from '../../host/server';
import { BACKUP_CONFIG_KEY, BACKUP_SCHEDULE, BACKUP_VALUES } from '../../vendor/leftovers';
import { PRODUCT_NAMES } from '../../vendor/products';
import { DEPENDENCIES_DELETE, productParts } from '../../vendor/removal';

const CS_PORT = 443;
const CS_SECONDS = 10;
const SHOWN_FILES = 12;
const TEMPORARY = 'C:\\Temp';

async function namesIn(server: Server, folder: ServerPath): Promise<string[]> {
  const found = await server.files.stat(folder);
  return found?.isFolder === true ? server.files.list(folder) : [];
}

/**
 * Site Recovery's own registration lies in a key of its own (InMageMT). A vault named outside it, or
 * a schedule, was made by Azure Backup.
 */
async function backupSigns(server: Server): Promise<string[]> {
  const tree = await server.registry.read('64', BACKUP_CONFIG_KEY);
  const values = tree.get(BACKUP_CONFIG_KEY.toLowerCase());
  const named = BACKUP_VALUES.filter((name) => Boolean(textValue(values, name.toLowerCase())));
  const tasks = await namesIn(server, BACKUP_SCHEDULE);
  return [
    ...named.map((name) => text.signs.value(`${BACKUP_CONFIG_KEY}\\${name}`)),
    ...(tasks.length > 0 ? [text.signs.schedule(BACKUP_SCHEDULE)] : []),
  ];
}

async function configurationServer(
  server: Server,
  { configuration }: ServerFacts,
): Promise<RemovalFacts['configurationServer']> {
  const { csAddress, csPort } = configuration;
  if (!csAddress) return null;
  const port = Number(csPort ?? CS_PORT) || CS_PORT;
  const probe = await server.network.probeHttps(csAddress, port, CS_SECONDS);
  return probe.kind === 'answered'
    ? { answers: true, said: text.answered(csAddress, port, probe.status) }
    : { answers: false, said: text.silent(csAddress, port, probe.message) };
}

/** What has to be known before the parts are removed; nothing is changed. */
export async function readRemoval(
  server: Server,
  facts: ServerFacts,
): Promise<Result<RemovalFacts>> {
  const programs = await server.programs.list();
  const uninstallers: [string, ServerPath | null][] = [];
  for (const part of productParts) {
    const found = programs.find(({ displayName }) => displayName === PRODUCT_NAMES[part]);
    if (!found) continue;
    const file = found.uninstallCommand?.file ?? null;
    // An entry can outlive its uninstaller; Windows Installer's own is found by Windows.
    const isThere =
      file !== null && (found.productCode !== null || (await server.files.stat(file)) !== null);
    uninstallers.push([part, isThere ? file : null]);
  }
  const deletedFolders: string[] = [];
  for (const folder of DEPENDENCIES_DELETE) {
    if ((await server.files.stat(folder)) !== null) deletedFolders.push(folder);
  }
  const hasAgent = facts.products.agent !== null;
  return success({
    uninstallers: Object.fromEntries(uninstallers),
    backupSigns: hasAgent ? await backupSigns(server) : [],
    configurationServer: await configurationServer(server, facts),
    deletedFolders,
    temporaryFiles: (await namesIn(server, TEMPORARY))
      .slice(0, SHOWN_FILES)
      .map((name) => joinServerPath(TEMPORARY, name)),
  });
}
