import type { WorldFiles } from '../world/files';
import type { WorldStore } from '../world/store';
import { installedFolder } from './installed';
import type { ProcessServerSettings } from './process-server';

/**
 * What UCX_SERVER_SETUP.EXE works with: its arguments, or for an upgrade what is there already.
 * Without an address of its own it takes the first one of the first adapter.
 */
export async function processServerSettings(
  store: WorldStore,
  files: WorldFiles,
  { version, line }: { version: string; line: string },
): Promise<ProcessServerSettings> {
  const world = await store.read();
  const given = (name: string) => new RegExp(`${name}"([^"]*)"`).exec(line)?.[1] ?? null;
  const there = installedFolder(world) ?? 'C:\\Program Files (x86)\\Microsoft Azure Site Recovery';
  const home = given('/DIR=') ?? `${there}\\home\\svsystems`;
  const folder = home.replace(/\\home\\svsystems$/i, '');
  const inFile = async (path: string, pattern: RegExp) => {
    const text = await files.readText(`${there}\\home\\svsystems\\${path}`).catch(() => '');
    return pattern.exec(text)?.[1] ?? '';
  };
  return {
    version,
    folder,
    csAddress: given('/CSIP ') ?? (await inFile('etc\\amethyst.conf', /^PS_CS_IP = "(.*)"/m)),
    psAddress: given('/PSIP ') ?? world.addresses[0]?.address ?? '127.0.0.1',
    dataPort:
      given('/DataTransferSecurePort ') ??
      (await inFile('transport\\cxps.conf', /^ssl_port = (.*)$/m)).trim(),
  };
}
