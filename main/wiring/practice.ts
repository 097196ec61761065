import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ZodError } from 'zod';
import {
  changeTimeFactor,
  createPracticeServer,
  openPracticeServer,
  type PracticeServer,
  parseScenario,
  readScenarios,
  runPracticeTool,
  type Scenario,
  scenarioNamed,
  scenarioTitles,
  ToolGone,
  type ToolRequest,
} from '../../practice';
import { parseRecordKind, type Replayed, replayFile } from '../../practice/replay';
import { createApplication } from '../application/application';
import type { PracticeControl } from '../application/services';
import { readJournal } from '../engine/journal';
import { stateFromJournal } from '../engine/state';
import { createContinuation } from '../host/continuation';
import { createExecaRunner } from '../host/execa-runner';
import { type OwnPlaces, userDataFolder } from '../host/own-places';
import type { ToolRunner } from '../host/ports';
import { processIsAlive } from '../host/process-is-alive';
import { openStateStore } from '../host/state-store';
import type { StepHostServer } from '../host/step-host-files';
import { stepHostProgram } from '../host/step-host-program';
import { createSurvivingRunner } from '../host/surviving-runner';
import type { Wired, WiringOptions } from './options';
import { practiceShim } from './practice-shim';

const DEFAULT_TIME_FACTOR = 60;
const PROGRAM_ON_SERVER = 'C:\\Program Files\\Process Server Manager\\Process Server Manager.exe';

type PracticeOrder = Extract<StepHostServer, { kind: 'practice' }>;

const practiceFolder = (stateFolder: string | undefined) =>
  join(stateFolder ?? userDataFolder(), 'practice');

/** The folder of the simulated server. */
export const practiceFolderOf = (stateFolder: string | undefined) =>
  join(practiceFolder(stateFolder), 'world');

const worldExists = (world: string) => existsSync(join(world, 'world.json'));

/** All scenarios that come with the program. */
export const listScenarios = (): readonly Scenario[] => readScenarios();

function findScenario(nameOrFile: string): Scenario {
  const known = scenarioNamed(nameOrFile);
  if (known) return known;
  if (!existsSync(nameOrFile))
    throw new Error(`There is no scenario and no file named ${nameOrFile}.`);
  return parseScenario(JSON.parse(readFileSync(nameOrFile, 'utf8')));
}

/** Lays the simulated server anew; its journal and history go with the old one. */
export async function resetPractice(
  stateFolder: string | undefined,
  scenario: string | undefined,
  timeFactor: number | undefined,
): Promise<void> {
  const folder = practiceFolder(stateFolder);
  const chosen = scenario === undefined ? scenarioNamed() : findScenario(scenario);
  if (!chosen) throw new Error('There is no scenario.');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const since = new Date().toISOString();
  const holder = { operation: 'practice reset', user: '', pid: process.pid, program: 'psm', since };
  const lock = await openStateStore(folder).lock(holder);
  if (!lock.taken) throw new PracticeInUse();
  try {
    await layAnew(stateFolder, chosen, timeFactor);
  } finally {
    await lock.release();
  }
}

/** An operation works on the practice server, so it can not be laid anew. */
export class PracticeInUse extends Error {}

/** Another scenario was asked for while an operation of the one that is played is still open. */
export class OtherScenario extends Error {}

async function layAnew(
  stateFolder: string | undefined,
  chosen: Scenario,
  timeFactor: number | undefined,
): Promise<void> {
  const folder = practiceFolder(stateFolder);
  rmSync(join(folder, 'operations'), { recursive: true, force: true });
  await createPracticeServer(
    practiceFolderOf(stateFolder),
    chosen,
    timeFactor ?? DEFAULT_TIME_FACTOR,
  );
  mkdirSync(join(folder, 'operations'), { recursive: true, mode: 0o700 });
}

/** True when something was begun here that somebody may still want to finish. */
function hasOpenOperation(stateFolder: string | undefined): boolean {
  const store = openStateStore(practiceFolder(stateFolder));
  return store.operations().some((id) => {
    try {
      const { status } = stateFromJournal(readJournal(store, id), false);
      return status === 'interrupted' || status === 'restartNeeded';
    } catch {
      return false;
    }
  });
}

/** Lays a first server, or another one when another scenario is asked for. */
async function ensurePractice({ stateFolder, scenario, timeFactor }: WiringOptions): Promise<void> {
  const world = practiceFolderOf(stateFolder);
  if (!worldExists(world)) return resetPractice(stateFolder, scenario, timeFactor);
  const current = await readState(world);
  // Laid by an older version of this program: there is nothing in it worth keeping.
  if (current === null) return resetPractice(stateFolder, scenario, timeFactor);
  if (scenario !== undefined && current.scenario !== findScenario(scenario).id) {
    if (hasOpenOperation(stateFolder)) throw new OtherScenario(current.scenario);
    return resetPractice(stateFolder, scenario, timeFactor);
  }
  if (timeFactor !== undefined) await changeTimeFactor(world, timeFactor);
}

/** What the saved server says of itself; null when this version can't read it. */
async function readState(world: string) {
  try {
    return await (await openPracticeServer(world)).state();
  } catch (error) {
    if (error instanceof ZodError) return null;
    throw error;
  }
}

/** Ends a program by force, as Windows does at the end of a session; it may be gone already. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself a moment ago.
  }
}

function toolsOf(practice: PracticeServer, order: PracticeOrder, own: OwnPlaces): ToolRunner {
  return order.executables
    ? createExecaRunner(practiceShim(practice, order.world, order.programPid, own))
    : practice.tools;
}

/** The simulated tools as a step host runs them. */
export async function practiceStepTools(order: PracticeOrder, own: OwnPlaces): Promise<ToolRunner> {
  const practice = await openPracticeServer(order.world, {
    programIsAlive: () => processIsAlive(order.programPid),
    // Signing out ends every program of the session, this program as well.
    signOut: () => endProcess(order.programPid),
  });
  return toolsOf(practice, order, own);
}

function controlOf(server: PracticeServer, stateFolder: string | undefined): PracticeControl {
  return {
    async state() {
      const { scenario, scenarioTitle, timeFactor } = await server.state();
      return {
        scenario,
        scenarioTitle,
        timeFactor: Number.isFinite(timeFactor) ? timeFactor : null,
        scenarios: scenarioTitles.map(({ id, title }) => ({ name: id, title })),
      };
    },
    reset: (name, timeFactor) =>
      resetPractice(stateFolder, name, timeFactor ?? Number.POSITIVE_INFINITY),
    restart: () => server.restart(),
  };
}

/** The program on the practice server. */
export async function wirePractice(options: WiringOptions, own: OwnPlaces): Promise<Wired> {
  await ensurePractice(options);
  const world = practiceFolderOf(options.stateFolder);
  const server = await openPracticeServer(world);
  const order: PracticeOrder = {
    kind: 'practice',
    world,
    executables: options.executables ?? false,
    programPid: process.pid,
  };
  const stepHost = stepHostProgram(own, order);
  const { files, network, clock, places } = server;
  const processes = createSurvivingRunner(toolsOf(server, order, own), stepHost);
  const host = { kind: 'practice' as const, files, network, clock, places, processes };
  const application = createApplication({
    host,
    store: openStateStore(practiceFolder(options.stateFolder)),
    stateProblem: null,
    continuation: createContinuation(host, { at: 'signIn', program: [PROGRAM_ON_SERVER] }),
    approveDestructive: (plan) =>
      options.approval?.approveDestructive(plan) ?? Promise.resolve(false),
    program: options.program ?? 'window',
  });
  return { application, practice: controlOf(server, options.stateFolder) };
}

/** The simulated server as it is saved. */
export function showPractice(stateFolder: string | undefined): string {
  return readFileSync(join(practiceFolderOf(stateFolder), 'world.json'), 'utf8').trim();
}

/** Runs one simulated tool and returns its whole exit code; null when its program is gone. */
export function runTool(
  world: string,
  request: ToolRequest,
  io: { output(bytes: Uint8Array): void; error(bytes: Uint8Array): void; programPid?: number },
): Promise<number | null> {
  const { programPid } = io;
  return runPracticeTool(world, request, {
    output: io.output,
    error: io.error,
    ...(programPid === undefined ? {} : { programIsAlive: () => processIsAlive(programPid) }),
  }).catch((error: unknown) => {
    if (error instanceof ToolGone) return null;
    throw error;
  });
}

/** Replays a file of recorded inputs; `contents.json` beside it holds the files they name. */
export function replayRecords(file: string, kind: string | undefined): Iterable<Replayed> {
  const contents = join(dirname(file), 'contents.json');
  return replayFile(
    readFileSync(file, 'utf8'),
    basename(file),
    kind === undefined ? undefined : parseRecordKind(kind),
    existsSync(contents) ? readFileSync(contents, 'utf8') : undefined,
  );
}
