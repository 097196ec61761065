import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { serverFolder } from '../contract/server-path';
import { writeConnectionFiles } from './products/connection';
import { installDependencies } from './products/dependencies';
import { configureMasterTarget, installMasterTarget } from './products/master-target';
import { installProcessServer } from './products/process-server';
import { installAgent } from './products/recovery-services-agent';
import { registerMasterTarget } from './products/registration';
import { makeStandIn } from './products/stand-in';
import { type InstallTarget, writeFiles } from './products/target';
import { asrFolder, layWindows, windowsPrograms } from './products/windows';
import type { Scenario } from './scenarios/schema';
import { openClock, writeClock } from './world/clock';
import { withUsualDownloads } from './world/downloads';
import { openFiles } from './world/files';
import { setTexts } from './world/registry';
import type { World } from './world/schema';
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
  await store.change((world) => {
    world.servicesThatFail = scenario.servicesThatFail;
    world.lockedFiles = scenario.lockedFiles;
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
    session: 1,
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
    tasks: [],
    junctions: [],
    protections: {},
    lockedFiles: [],
    agentProxy: null,
    configurationServer: {
      ...configurationServer,
      port: 443,
      thumbprint: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
      certificateValidUntil: new Date(now.getTime() + 800 * 86_400_000).toISOString(),
      geoName: 'weu',
    },
    requiredProxy: scenario.proxy,
    systemProxy: server.systemProxy,
    downloads: withUsualDownloads(scenario.downloads),
    package: { version: scenario.setupFile.version, missing: scenario.missingFromPackage },
    unknownParameters: scenario.unknownParameters,
    faults: scenario.faults,
    servicesThatFail: {},
    serviceHabits: {},
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
  const psAddress = scenario.addresses[0]?.address ?? '127.0.0.1';
  const agent = `${folder}\\agent`;
  if (parts.includes('dependencies')) await installDependencies(target, version);
  if (parts.includes('processServer')) {
    await writeConnectionFiles(target, scenario.configurationServer.passphrase);
    await installProcessServer(target, { version, folder, csAddress, psAddress, dataPort });
  }
  if (parts.includes('masterTarget')) {
    await installMasterTarget(target, { version, folder: agent, needsRestart: false });
    await configureMasterTarget(target, { csAddress, folder: agent });
  }
  if (parts.includes('agent')) await installAgent(target);
  if (parts.includes('registration')) await registerMasterTarget(target);
}
