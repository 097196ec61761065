import { z } from 'zod';
import { type ServerFacts, type ServiceFact, serverFactsSchema } from '../../contract/facts';
import { failure, type Result } from '../../contract/problem';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/engine';
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
  INMAGE_KEY,
  PRODUCT_KEYS,
  PRODUCT_NAMES,
  REGISTRATION_KEY,
  REGISTRATION_THUMBPRINT,
  UNINSTALL_KEY,
} from '../vendor/products';
import { standAloneServices } from '../vendor/services';
import { findKeptPackages } from './kept-packages';
import { findPrepared, findSetupFiles } from './packages';
import { readPrerequisites } from './prerequisites';

const shape = serverFactsSchema.shape;

/** What the script read-server answers. */
const readServerSchema = z.object({
  computerName: z.string(),
  caption: z.string(),
  version: z.string(),
  language: z.string(),
  isAdministrator: z.boolean(),
  bootId: z.string(),
  memoryBytes: z.number(),
  processors: z.number(),
  drives: shape.drives,
  addresses: shape.addresses,
});

/** What the script read-activity answers. */
const readActivitySchema = z.object({
  setups: shape.runningSetups,
  installerBusy: z.boolean(),
  pendingRestart: z.boolean(),
  portsInUse: shape.portsInUse,
});

const certificateSchema = z.object({
  found: z.boolean(),
  validUntil: z.string().nullable(),
  subject: z.string(),
});

function productVersion(trees: readonly RegistryTree[], displayName: string): string | null {
  for (const tree of trees) {
    for (const values of tree.values()) {
      if (values.get('displayname')?.text === displayName)
        return values.get('displayversion')?.text ?? '';
    }
  }
  return null;
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
): Promise<ServerFacts['configuration']> {
  const values = inmage.get(PRODUCT_KEYS.processServer.toLowerCase());
  const system = values?.get('installdirectory')?.text.replace(/\\+$/, '') ?? null;
  const proxyType = values?.get('proxy_type')?.text ?? null;
  if (system === null) {
    return { csAddress: null, csPort: null, dataPort: null, installFolder: null, proxyType };
  }
  const amethyst = joinServerPath(system, AMETHYST_FILE);
  return {
    csAddress: await settingIn(server, amethyst, quotedSetting, 'PS_CS_IP'),
    csPort: await settingIn(server, amethyst, quotedSetting, 'PS_CS_PORT'),
    dataPort: await settingIn(server, joinServerPath(system, CXPS_FILE), plainSetting, 'ssl_port'),
    installFolder: system.replace(/\\home\\svsystems$/i, ''),
    proxyType,
  };
}

async function readRegistration(
  server: Server,
  backup: RegistryTree,
): Promise<ServerFacts['registration']> {
  const thumbprint =
    backup.get(REGISTRATION_KEY.toLowerCase())?.get(REGISTRATION_THUMBPRINT.toLowerCase())?.text ??
    null;
  if (thumbprint === null) return { registered: false, thumbprint, validUntil: null };
  const answer = await server.scripts.run(
    'read-certificates',
    { thumbprint },
    certificateSchema,
    60,
  );
  // A certificate that could not be looked at is not a missing one.
  if (!answer.ok) return { registered: true, thumbprint, validUntil: null };
  return { registered: answer.value.found, thumbprint, validUntil: answer.value.validUntil };
}

/** Says of each service whether it has to run; one that should be here and is not is named too. */
function markExpected(
  services: readonly ServiceFact[],
  processServerIsHere: boolean,
): ServiceFact[] {
  const expected = new Map(
    standAloneServices.map(({ name, runs }) => [name.toLowerCase(), { name, runs }]),
  );
  const present = services.map((service) => {
    const wanted = expected.get(service.name.toLowerCase());
    expected.delete(service.name.toLowerCase());
    return wanted ? { ...service, mustRun: wanted.runs } : service;
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

/**
 * Looks at the whole server once, changing nothing. Every fact comes from what Windows' own tools
 * and the vendor's files say now. `setupFile`: a set-up file outside the usual folders.
 */
export async function detect(
  server: Server,
  setupFile: string | null,
): Promise<Result<ServerFacts>> {
  try {
    return await look(server, setupFile);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return failure({ ...text.detectionFailed, toolWords: [words], code: null });
  }
}

async function look(server: Server, setupFile: string | null): Promise<Result<ServerFacts>> {
  const [answer, activity, prerequisites] = await Promise.all([
    server.scripts.run('read-server', {}, readServerSchema, 120),
    server.scripts.run('read-activity', {}, readActivitySchema, 120),
    readPrerequisites(server),
  ]);
  if (!answer.ok) return answer;
  if (!activity.ok) return activity;
  if (!prerequisites.ok) return prerequisites;
  const { computerName, caption, version, language, ...rest } = answer.value;
  const { setups, ...busy } = activity.value;
  const uninstall = [
    await server.registry.read('32', UNINSTALL_KEY),
    await server.registry.read('64', UNINSTALL_KEY),
  ];
  const inmage = await server.registry.read('32', INMAGE_KEY);
  const backup = await server.registry.read('64', AZURE_BACKUP_KEY);
  const packages = await findKeptPackages(server);
  const setupFiles = await findSetupFiles(server, setupFile, packages);
  const { dependencies, processServer, masterTarget, agent, vmwareTools } = PRODUCT_NAMES;
  const processServerIsHere = productVersion(uninstall, processServer) !== null;
  const facts: ServerFacts = {
    ...rest,
    ...busy,
    serverName: computerName,
    windows: { caption, version, language },
    runningSetups: setups,
    products: {
      dependencies: productVersion(uninstall, dependencies),
      processServer: productVersion(uninstall, processServer),
      masterTarget: productVersion(uninstall, masterTarget),
      agent: productVersion(uninstall, agent),
      vmwareTools: productVersion(uninstall, vmwareTools),
    },
    services: markExpected(await server.services.list(), processServerIsHere),
    configuration: await readConfiguration(server, inmage),
    registration: await readRegistration(server, backup),
    setupFiles,
    prepared: await findPrepared(server, setupFiles, setupFile),
    packages,
    prerequisites: prerequisites.value,
  };
  return { ok: true, value: facts };
}
