import type { WrittenPlace } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { type Result, success } from '../../../contract/problem';
import { textValue } from '../../../contract/registry-value';
import type { ServerPath } from '../../../contract/server-path';
import type { Server } from '../../host/server';
import { SV_SYSTEMS_KEY } from '../../vendor/config-tool';
import { allSettings } from '../../vendor/configuration-files';
import {
  CONFIGURATION_SERVER_SETTINGS,
  hostsFile,
  OWN_ADDRESS,
  OWN_CARD,
  writtenFiles,
} from '../../vendor/written-addresses';

function roleOf(name: string, value: string, own: string | null): WrittenPlace['role'] | null {
  if (name === OWN_ADDRESS) return 'own';
  if (name === OWN_CARD) return 'card';
  if (CONFIGURATION_SERVER_SETTINGS.includes(name.toLowerCase())) return 'configurationServer';
  return own !== null && value.split(/[;,\s]+/).includes(own) ? 'other' : null;
}

async function settingsOf(server: Server, path: ServerPath) {
  const text = await server.readText(path);
  return text === null ? [] : allSettings(text).map((setting) => ({ ...setting, where: path }));
}

/** Lines of the hosts file that name the address. */
async function hostsLines(server: Server, own: string): Promise<WrittenPlace[]> {
  const where = hostsFile(server.places.system32);
  const lines = (await server.readText(where))?.split(/\r?\n/) ?? [];
  return lines.flatMap((line, index): WrittenPlace[] => {
    const [address = '', ...names] = line.replace(/#.*$/, '').trim().split(/\s+/);
    if (address !== own) return [];
    return [
      { role: 'other', where, setting: names.join(' ') || String(index + 1), value: address },
    ];
  });
}

/** Every place of the product, and the hosts file, that names an address or the card of this server. */
export async function findWrittenPlaces(
  server: Server,
  { configuration }: ServerFacts,
): Promise<Result<WrittenPlace[]>> {
  const { installFolder } = configuration;
  if (installFolder === null) return success([]);
  const files = writtenFiles(installFolder);
  const settings = (await Promise.all(files.map((path) => settingsOf(server, path)))).flat();
  const own = settings.findLast(({ name }) => name === OWN_ADDRESS)?.value || null;
  const written = settings.flatMap(({ name, value, where }): WrittenPlace[] => {
    const role = roleOf(name, value, own);
    return role === null ? [] : [{ role, where, setting: name, value }];
  });
  const svSystems = await server.registry.read('32', SV_SYSTEMS_KEY);
  const named = textValue(svSystems.get(SV_SYSTEMS_KEY.toLowerCase()), 'servername');
  const registry: WrittenPlace[] =
    named === null
      ? []
      : [
          {
            role: 'configurationServer',
            where: SV_SYSTEMS_KEY,
            setting: 'ServerName',
            value: named,
          },
        ];
  return success([...written, ...registry, ...(own === null ? [] : await hostsLines(server, own))]);
}
