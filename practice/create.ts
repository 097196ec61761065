import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { serverFolder } from '../contract/server-path';
import { giveProxy } from './products/agent-proxy';
import { installConfigurationServer } from './products/configuration-server';
import { writeConnectionFiles } from './products/connection';
import { installDependencies } from './products/dependencies';
import { layBackup } from './products/kept-backup';
import { configureMasterTarget, installMasterTarget } from './products/master-target';
import { installProcessServer } from './products/process-server';
import { installAgent, scheduleBackup } from './products/recovery-services-agent';
import { registerMasterTarget } from './products/registration';
import { makeStandIn } from './products/stand-in';
import { type InstallTarget, writeFiles } from './products/target';
import { asrFolder, layWindows, windowsPrograms } from './products/windows';
import type { Scenario } from './scenarios/schema';
import { openClock, writeClock } from './world/clock';
import { newDefender } from './world/defender';
import { withUsualDownloads } from './world/downloads';
import { openFiles } from './world/files';
import { setTexts } from './world/registry';
import type { World } from './world/schema';
import { installService, startService } from './world/services';
import { layWorld, openWorld } from './world/store';

/**
 * Lays a simulated server anew in a folder of this computer; what was there is gone.
 * `timeFactor` is simulated seconds per real second, Infinity for no waiting at all.
 */
export async function createPracticeServer(
  folder: string,
  scenario: Scenario,
  timeFactor: number,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of ['drives', 'unfinished']) {
    await rm(join(folder, part), { recursive: true, force: true, maxRetries: 20 });
  }
  for (const { letter } of scenario.drives) {
    await mkdir(join(folder, 'drives', letter.slice(0, 1)), { recursive: true });
  }
  await writeClock(folder, 0, timeFactor);
  const store = openWorld(folder);
  const clock = openClock(folder);
  await layWorld(folder, worldOf(scenario, clock.now()));
  const target: InstallTarget = {
    store,
    files: openFiles(store, { now: clock.now, asSystem: true }),
    now: clock.now,
  };
  await layFiles(target, scenario);
  await layProducts(target, scenario);
  if (scenario.certificates.oldFingerprint) await layOldFingerprint(target, scenario);
  if (scenario.backup) await layBackup(target, scenario.backup);
  await store.change((world) => {
    if (scenario.junction === 'missing') {
      world.junctions = world.junctions.filter(({ path }) => path !== asrFolder);
    }
    world.servicesThatFail = scenario.servicesThatFail;
    world.lockedFiles = scenario.lockedFiles;
    layAntivirus(world, scenario);
    layExpiry(world, scenario, clock.now());
    for (const service of world.services) {
      if (service.name in scenario.servicesThatFail)
        Object.assign(service, { state: 'stopped', pid: 0 });
      const { startType, state, ...habit } = scenario.services[service.name] ?? {};
      if (startType !== undefined) service.startType = startType;
      if (state === 'stopped') Object.assign(service, { state, pid: 0 });
      if (Object.keys(habit).length > 0) world.serviceHabits[service.name] = habit;
    }
  });
}

const gigabyte = 1024 ** 3;

function worldOf(scenario: Scenario, now: Date): World {
  const { server, configurationServer } = scenario;
  const started = new Date(now.getTime() - 3 * 86_400_000);
  started.setUTCMilliseconds(0);
  const world: World = {
    format: 1,
    scenario: scenario.id,
    scenarioTitle: scenario.title,
    computerName: server.name,
    user: server.user,
    isAdministrator: server.administrator,
    session: server.session,
    windows: {
      caption: server.caption,
      version: server.version,
      language: server.language,
      culture: server.culture,
      roles: server.roles,
    },
    clockOffsetSeconds: server.clockOffsetSeconds,
    bootedAt: started.toISOString(),
    memoryBytes: server.memoryGb * gigabyte,
    processors: server.processors,
    drives: scenario.drives.map(({ sizeGb, freeGb, ...drive }) => ({
      ...drive,
      sizeBytes: Math.round(sizeGb * gigabyte),
      freeBytes: Math.round(freeGb * gigabyte),
    })),
    addresses: scenario.addresses,
    installerBusy: server.installerBusy,
    registry: {},
    services: [],
    processes: [],
    nextPid: 3120,
    listeners: scenario.listeners,
    certificates: [],
    removals: [],
    firewallRules: [],
    tasks: [],
    junctions: [],
    protections: {},
    lockedFiles: [],
    agentProxy: null,
    agentTakesProxy: scenario.agentTakesProxy,
    configurationServer: {
      ...configurationServer,
      port: 443,
      thumbprint: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
      certificateValidUntil: new Date(
        now.getTime() + scenario.certificates.configurationServerDays * 86_400_000,
      ).toISOString(),
      geoName: 'weu',
    },
    registeredServers: scenario.registeredServers.map(({ silentHours, ...listed }) => ({
      ...listed,
      hostId: randomUUID().toUpperCase(),
      reports: silentHours === 0,
      heardAt:
        silentHours === null
          ? null
          : new Date(now.getTime() - silentHours * 3_600_000).toISOString(),
    })),
    requiredProxy: scenario.proxy,
    systemProxy: server.systemProxy,
    downloads: withUsualDownloads(scenario.downloads),
    package: { version: scenario.setupFile.version, missing: scenario.missingFromPackage },
    unknownParameters: scenario.unknownParameters,
    faults: scenario.faults,
    windowActs: scenario.windowActs,
    servicesThatFail: {},
    serviceHabits: {},
    staysOld: scenario.staysOld,
    afterKill: scenario.afterKill,
    minutes: scenario.minutes,
    logRotated: scenario.logRotated,
    networkLostAt: scenario.networkLostAt,
    networkLost: false,
    restartsNeeded: scenario.restartsNeeded,
  };
  const { name, session } = scenario.otherSetup ?? {};
  if (name !== undefined && session !== undefined) {
    world.processes.push({
      pid: 2884,
      name,
      session,
      startedAt: now.toISOString(),
      playedBy: null,
    });
  }
  layWindows(world, server, started);
  if (Object.keys(server.organisation).length > 0) {
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ProcessServerManager';
    setTexts(world.registry, key, server.organisation);
  }
  return world;
}

function layAntivirus(world: World, { defender, otherAntivirus }: Scenario): void {
  if (Object.keys(defender).length > 0) world.defender = { ...newDefender, ...defender };
  if (otherAntivirus === null) return;
  const { service: name, displayName } = otherAntivirus;
  const binaryPath = `"C:\\Program Files\\${displayName}\\${name}.exe"`;
  installService(world, { name, displayName, startType: 'automatic', binaryPath });
  startService(world, name, new Date(world.bootedAt));
}

/** The configuration server got another certificate since this server asked for it last. */
async function layOldFingerprint(target: InstallTarget, scenario: Scenario): Promise<void> {
  const folder = 'C:\\ProgramData\\Microsoft Azure Site Recovery\\fingerprints';
  const path = `${folder}\\${scenario.configurationServer.address}_443.fingerprint`;
  await writeFiles(target, { [path]: '0'.repeat(40) });
}

function layExpiry(world: World, { certificates }: Scenario, now: Date): void {
  const days: Readonly<Record<string, number | null>> = {
    'ps.crt': certificates.dataPortDays,
    My: certificates.registrationDays,
  };
  for (const certificate of world.certificates) {
    const left = days[certificate.store] ?? null;
    if (left === null) continue;
    certificate.validUntil = new Date(now.getTime() + left * 86_400_000).toISOString();
  }
}

async function layFiles(target: InstallTarget, scenario: Scenario): Promise<void> {
  const folders = ['C:\\Program Files', 'C:\\Program Files (x86)', 'C:\\ProgramData'];
  for (const folder of [
    ...folders,
    'C:\\Users\\Administrator\\AppData\\Local\\Temp',
    'C:\\Windows\\Temp',
  ]) {
    await target.files.makeFolder(folder);
  }
  for (const path of windowsPrograms) await writeFiles(target, { [path]: 'MZ' });
  const { path, version, signature, changed } = scenario.setupFile;
  const standIn = makeStandIn(
    { kind: 'selfExtractor', name: 'setup', version, signature },
    262_144,
  );
  if (changed) standIn[standIn.length - 1] = 0;
  await target.files.makeFolder(serverFolder(path));
  await target.files.write(path, standIn);
  await writeFiles(target, scenario.files);
  await layAsrFolder(target, scenario.server.asrFolder);
}

/** What an earlier process server, or somebody else, left where set-up makes its junction. */
async function layAsrFolder(
  target: InstallTarget,
  kind: Scenario['server']['asrFolder'],
): Promise<void> {
  if (kind === 'folder') await writeFiles(target, { [`${asrFolder}\\notes.txt`]: 'practice' });
  if (kind !== 'junction') return;
  await target.store.change((world) => {
    world.junctions.push({ path: asrFolder, target: 'C:\\ASR' });
  });
}

async function layProducts(target: InstallTarget, scenario: Scenario): Promise<void> {
  if (!scenario.installed) return;
  const { parts, version, folder, dataPort } = scenario.installed;
  const csAddress = scenario.installed.csAddress ?? scenario.configurationServer.address;
  const psAddress = scenario.installed.psAddress ?? scenario.addresses[0]?.address ?? '127.0.0.1';
  const psCard = scenario.installed.psCard ?? undefined;
  const agent = `${folder}\\agent`;
  if (parts.includes('dependencies')) await installDependencies(target, version);
  if (parts.includes('processServer')) {
    await writeConnectionFiles(target, scenario.configurationServer.passphrase);
    await installProcessServer(target, {
      version,
      folder,
      csAddress,
      psAddress,
      dataPort,
      psCard,
    });
    if (scenario.installed.configurationServer) {
      await installConfigurationServer(target, { folder, version, psAddress });
    }
  }
  if (parts.includes('masterTarget')) {
    const { masterTargetVersion } = scenario.installed;
    await installMasterTarget(target, {
      version: masterTargetVersion ?? version,
      folder: agent,
      needsRestart: false,
    });
    await configureMasterTarget(target, { csAddress, folder: agent });
  }
  if (parts.includes('agent')) await installAgent(target);
  if (scenario.agentProxy) await giveProxy(target, scenario.agentProxy);
  if (scenario.azureBackup) await scheduleBackup(target);
  if (parts.includes('registration')) await registerMasterTarget(target);
}
