import { win32 } from 'node:path';
import {
  agentFolder,
  installedFolder,
  installedVersion,
  isRegistered,
  processServerExists,
} from '../products/installed';
import { keys } from '../products/keys';
import type { ToolContext } from '../runner/tool';
import type {
  InstalledServer,
  InstalledState,
  SetupEnvironment,
} from '../vendor-behaviour/setup-environment';
import { keyExists } from '../world/registry';
import type { World } from '../world/schema';

const gigabyte = 1024 ** 3;
const driveTypes = {
  fixed: 'Fixed',
  removable: 'Removable',
  network: 'Network',
  optical: 'CDRom',
} as const;

/** The server as set-up's decisions see it. Of the files only those its arguments can mean. */
export async function setupEnvironment(
  context: ToolContext,
  version: string,
): Promise<SetupEnvironment> {
  const world = await context.world.read();
  const files = new Map<string, Uint8Array>();
  for (const argument of context.args) {
    const path = win32.resolve(context.cwd, argument);
    const found = await context.systemFiles.stat(path).catch(() => null);
    if (found && !found.isFolder) files.set(path, await context.systemFiles.read(path));
  }
  return {
    state: installedState(world, version),
    psExists: processServerExists(world),
    drives: new Map(
      world.drives.map(({ letter, kind, fileSystem, freeBytes }) => [
        letter,
        { type: driveTypes[kind], fs: fileSystem, freeGb: Math.floor(freeBytes / gigabyte) },
      ]),
    ),
    files,
    passphraseOk: true,
    vmwareTools: installedVersion(world, 'vmwareTools') !== null,
    cwd: context.cwd,
    installed: await installedServer(context, world),
  };
}

/** How what is installed stands to a package of that version. */
export function installedState(world: World, version: string): InstalledState {
  const processServer = installedVersion(world, 'processServer');
  if (installedVersion(world, 'dependencies') === null || processServer === null) return 'none';
  const order = compareVersions(processServer, version);
  const dependencies = installedVersion(world, 'dependencies') ?? version;
  const masterTarget = installedVersion(world, 'masterTarget');
  const complete =
    masterTarget !== null && installedVersion(world, 'agent') !== null && isRegistered(world);
  const isImage = keyExists(world.registry, keys.galleryImage);
  if (!complete && !isImage) return order === 0 ? 'nomt-same' : 'nomt-older';
  const orders = [dependencies, processServer, complete ? masterTarget : version].map((one) =>
    compareVersions(one, version),
  );
  // Any part that is newer counts first, then any that is older.
  if (orders.some((one) => one > 0)) return 'higher';
  if (orders.every((one) => one === 0)) return 'same';
  if (minorOf(version) - minorOf(processServer) > 4) return 'tooold';
  return complete ? 'older' : 'gallery-older';
}

function minorOf(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}

function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < 4; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

async function installedServer(context: ToolContext, world: World): Promise<InstalledServer> {
  const folder = installedFolder(world) ?? '';
  const serverFolder = `${folder}\\home\\svsystems`;
  const amethyst = await context.systemFiles
    .readText(`${serverFolder}\\etc\\amethyst.conf`)
    .catch(() => '');
  return {
    csIp: /^PS_CS_IP = "(.*)"/m.exec(amethyst)?.[1] ?? '',
    serverFolder,
    agentFolder: folder,
    registeredAgentFolder: agentFolder(world) ?? 'C:\\ProgramData\\ASR\\agent',
  };
}
