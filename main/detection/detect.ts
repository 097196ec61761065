import type { DetailName } from '../../contract/details';
import type { ServerFacts, ServiceFact } from '../../contract/facts';
import { isGalleryServer } from '../../contract/gallery-image';
import { failure, type Result } from '../../contract/problem';
import { textValue } from '../../contract/registry-value';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/engine';
import type { InstalledProgram } from '../host/installed-programs';
import type { RegistryTree } from '../host/reg-file';
import type { Server } from '../host/server';
import {
  AMETHYST_FILE,
  CXPS_FILE,
  plainSetting,
  quotedSetting,
} from '../vendor/configuration-files';
import {
  AZURE_BACKUP_KEY,
  GALLERY_IMAGE_KEY,
  INMAGE_KEY,
  PRODUCT_KEYS,
  PRODUCT_NAMES,
} from '../vendor/products';
import { servicesOf } from '../vendor/service-orders';
import { standAloneServices } from '../vendor/services';
import { addDetails } from './details/details';
import { findKeptPackages } from './kept-packages';
import { findPrepared, findSetupFiles } from './packages';
import { readPrerequisites } from './prerequisites';
import { readWindows } from './windows';

function productVersion(programs: readonly InstalledProgram[], displayName: string): string | null {
  return programs.find((program) => program.displayName === displayName)?.displayVersion ?? null;
}

async function settingIn(
  server: Server,
  path: ServerPath,
  read: (text: string, setting: string) => string | null,
  setting: string,
): Promise<string | null> {
  const content = await server.readText(path);
  return content === null ? null : read(content, setting);
}

async function readConfiguration(
  server: Server,
  inmage: RegistryTree,
  isGalleryImage: boolean,
): Promise<ServerFacts['configuration']> {
  const values = inmage.get(PRODUCT_KEYS.processServer.toLowerCase());
  const system = textValue(values, 'installdirectory')?.replace(/\\+$/, '') ?? null;
  const proxyType = textValue(values, 'proxy_type');
  if (system === null) {
    const nothing = { csAddress: null, csPort: null, dataPort: null, installFolder: null };
    return { ...nothing, proxyType, serverType: null, isGalleryImage };
  }
  const amethyst = joinServerPath(system, AMETHYST_FILE);
  return {
    csAddress: await settingIn(server, amethyst, quotedSetting, 'PS_CS_IP'),
    csPort: await settingIn(server, amethyst, quotedSetting, 'PS_CS_PORT'),
    dataPort: await settingIn(server, joinServerPath(system, CXPS_FILE), plainSetting, 'ssl_port'),
    installFolder: system.replace(/\\home\\svsystems$/i, ''),
    proxyType,
    serverType: await settingIn(server, amethyst, quotedSetting, 'CX_TYPE'),
    isGalleryImage,
  };
}

/** Says of each service whether it has to run; one that should be here and is not is named too. */
function markExpected(
  services: readonly ServiceFact[],
  processServerIsHere: boolean,
  isImage: boolean,
): ServiceFact[] {
  // What an image lacks by design is no gap.
  const names = new Set(services.map(({ name }) => name.toLowerCase()));
  const wanted = isImage
    ? servicesOf('azure').filter(({ name, belongs }) => belongs || names.has(name.toLowerCase()))
    : standAloneServices;
  const expected = new Map(wanted.map(({ name, runs }) => [name.toLowerCase(), { name, runs }]));
  const present = services.map((service) => {
    const known = expected.get(service.name.toLowerCase());
    expected.delete(service.name.toLowerCase());
    return known ? { ...service, mustRun: known.runs } : service;
  });
  const missing = [...expected.values()].map(
    ({ name, runs }): ServiceFact => ({
      name,
      state: 'unknown',
      startType: 'unknown',
      pid: null,
      mustRun: runs,
    }),
  );
  return processServerIsHere ? [...present, ...missing] : present;
}

/** What a look is to see besides what every look does. */
export interface LookFor {
  /** A set-up file outside the usual folders. */
  setupFile: string | null;
  details: readonly DetailName[];
  /** Answers that say what the details are about. */
  asked?: Readonly<Record<string, string>>;
}

/** Looks at nothing but what every look sees. */
export const PLAIN_LOOK: LookFor = { setupFile: null, details: [] };

/**
 * Looks at the whole server once, in one pass, changing nothing. Every fact comes from what Windows'
 * own tools and the vendor's files say now.
 */
export async function detect(
  server: Server,
  { setupFile, details, asked }: LookFor,
): Promise<Result<ServerFacts>> {
  try {
    const seen = await look(server, setupFile);
    return seen.ok ? await addDetails(server, seen.value, details, asked) : seen;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return failure({ ...text.detectionFailed, toolWords: [words], code: null });
  }
}

async function look(server: Server, setupFile: string | null): Promise<Result<ServerFacts>> {
  const { registry } = server;
  const backup = registry.read('64', AZURE_BACKUP_KEY);
  const [windows, prerequisites, programs, inmage, gallery, services, packages] = await Promise.all(
    [
      backup.then((tree) => readWindows(server, tree)),
      readPrerequisites(server),
      server.programs.list(),
      registry.read('32', INMAGE_KEY),
      registry.read('64', GALLERY_IMAGE_KEY),
      server.services.list(),
      findKeptPackages(server),
    ],
  );
  if (!windows.ok) return windows;
  if (!prerequisites.ok) return prerequisites;
  const setupFiles = await findSetupFiles(server, setupFile, packages);
  const { dependencies, processServer, masterTarget, agent, vmwareTools } = PRODUCT_NAMES;
  const processServerIsHere = productVersion(programs, processServer) !== null;
  const products = {
    dependencies: productVersion(programs, dependencies),
    processServer: productVersion(programs, processServer),
    masterTarget: productVersion(programs, masterTarget),
    agent: productVersion(programs, agent),
    vmwareTools: productVersion(programs, vmwareTools),
  };
  const configuration = await readConfiguration(server, inmage, gallery.size > 0);
  const isImage = isGalleryServer({ configuration, products });
  const facts: ServerFacts = {
    ...windows.value,
    products,
    services: markExpected(services, processServerIsHere, isImage),
    configuration,
    setupFiles,
    prepared: await findPrepared(server, setupFiles, setupFile),
    packages,
    prerequisites: prerequisites.value,
    details: {},
  };
  return { ok: true, value: facts };
}
