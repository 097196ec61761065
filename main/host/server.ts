import type { ServerPath } from '../../contract/server-path';
import { decodeFile } from './decoding';
import { type AskingProgram, type Dialogue, type DialogueEnd, holdDialogue } from './dialogue';
import { createHashes, type Hashes } from './hashes';
import { createInstalledPrograms, type InstalledPrograms } from './installed-programs';
import type { ServerHost } from './ports';
import { createRegistry, type Registry } from './registry';
import { createScripts, type Scripts } from './scripts';
import { createServiceCommands, type ServiceCommands } from './service-commands';
import { createServiceControl, type ServiceControl } from './services';

/** The ports, and what is read through them with Windows' own tools. */
export interface Server extends ServerHost {
  registry: Registry;
  services: ServiceControl;
  /** Starts, stops and configures services. */
  serviceCommands: ServiceCommands;
  programs: InstalledPrograms;
  scripts: Scripts;
  hashes: Hashes;
  /** Talks to a program that asks one question. */
  holdDialogue(program: AskingProgram, dialogue: Dialogue): Promise<DialogueEnd>;
  /** The text of a file in whatever encoding it has; null when there is no such file. */
  readText(path: ServerPath): Promise<string | null>;
}

export function createServer(host: ServerHost): Server {
  const registry = createRegistry(host);
  return {
    ...host,
    registry,
    services: createServiceControl(host, registry),
    serviceCommands: createServiceCommands(host, registry, { toolSeconds: 90, pollSeconds: 2 }),
    programs: createInstalledPrograms(registry, host.files),
    scripts: createScripts(host),
    hashes: createHashes(host.files),
    holdDialogue: (program, dialogue) => holdDialogue(host.processes, program, dialogue),
    readText: async (path) =>
      (await host.files.stat(path)) === null ? null : decodeFile(await host.files.read(path)),
  };
}
