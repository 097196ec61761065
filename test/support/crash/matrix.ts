import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalRecord, OperationState } from '../../../contract/operation';
import { samplePassphrase } from '../../../practice';
import { openWorld } from '../../../practice/world/store';
import {
  openPracticeApplication,
  type PracticeApplication,
  type PracticeApplicationOptions,
} from '../practice-application';
import { applyProcedure, enterSecrets, SAMPLE_PROXY_PASSWORD, takeUp } from '../run-procedure';
import { filesWith } from '../world-snapshot';
import { differences, withoutPassing, worldLines } from './alike';
import { type Cut, copyState, type Image, takingImages } from './disk';
import { type CrashRow, makeReady, scenarioOf } from './rows';
import { endedWell, noting, type Started } from './tools';

const MOST_RESTARTS = 4;

/** A procedure that went through in one go, and the disk at each of its records. */
export interface Whole {
  row: CrashRow;
  answers: Readonly<Record<string, string>>;
  /** Before the procedure began. */
  ready: string;
  /** When it was over. */
  end: string;
  state: OperationState;
  records: readonly JournalRecord[];
  images: readonly (Image & { ended: readonly string[] })[];
  ended: readonly string[];
}

/** Goes on with an operation to its end, through every restart that it asks for. */
export async function goOn(
  one: PracticeApplication,
  begun: OperationState,
): Promise<OperationState> {
  let state = begun;
  for (let restarts = 0; state.status === 'restartNeeded'; restarts += 1) {
    if (restarts === MOST_RESTARTS) throw new Error('It asks for a restart again and again.');
    await one.practice.restart();
    state = await takeUp(one.application, state);
  }
  return state;
}

export type CrashBench = ReturnType<typeof crashBench>;

/** All folders of the matrix, below one that is removed at the end. */
export function crashBench() {
  const root = mkdtempSync(join(tmpdir(), 'psm-crash-'));
  let count = 0;
  const newFolder = () => {
    count += 1;
    return join(root, String(count));
  };
  const open = async (folder: string, options: PracticeApplicationOptions = {}) => {
    const one = await openPracticeApplication({}, { approves: true, ...options, folder });
    enterSecrets(one.application);
    return one;
  };

  async function makeWhole(
    row: CrashRow,
    isWanted: (record: number, cut: Cut) => boolean,
  ): Promise<Whole> {
    const first = await openPracticeApplication(scenarioOf(row.scenario), { approves: true });
    enterSecrets(first.application);
    const answers = await makeReady(first, row);
    const ready = copyState(first.folder, newFolder());
    first.remove();
    const end = copyState(ready, newFolder());
    const started: Started[] = [];
    const images: Whole['images'][number][] = [];
    const one = await open(end, {
      around: noting(started),
      onDisk: takingImages({
        folder: end,
        into: newFolder(),
        isWanted,
        taken: (image) => images.push({ ...image, ended: endedWell(started) }),
      }),
    });
    const state = await goOn(one, await applyProcedure(one.application, row.procedure, answers));
    const records = one.application.operations.records(state.id);
    return { row, answers, ready, end, state, records, images, ended: endedWell(started) };
  }

  return {
    newFolder,
    open,
    makeWhole,
    removeAll: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** What a server looked like when the procedure went through in one go, after each kind of cut. */
export interface Wanted {
  lines: Readonly<Record<Cut, readonly string[]>>;
  /** Files on the server's drives that may hold a secret: those of before and of the end. */
  secretsIn: ReadonlySet<string>;
}

const SECRETS = [samplePassphrase, SAMPLE_PROXY_PASSWORD];
const filesWithSecrets = (folder: string, server: 'server' | null) =>
  SECRETS.flatMap((secret) => filesWith(folder, secret, server).map(withoutPassing));

export async function wantedOf(whole: Whole, bench: CrashBench): Promise<Wanted> {
  const restarted = copyState(whole.end, bench.newFolder());
  await (await bench.open(restarted)).practice.restart();
  return {
    lines: { after: worldLines(whole.end), torn: worldLines(restarted) },
    secretsIn: new Set([whole.ready, whole.end].flatMap((one) => filesWithSecrets(one, 'server'))),
  };
}

/** The programs that ran are gone, and Windows goes on. */
async function endPrograms(folder: string): Promise<void> {
  await openWorld(join(folder, 'world')).change((world) => {
    world.processes = world.processes.filter(({ playedBy }) => playedBy === null);
  });
}

/** What is wrong with a server once an operation was finished on it; nothing when all is well. */
export function wrongWith(
  whole: Whole,
  wanted: Wanted,
  found: {
    folder: string;
    state: OperationState;
    cut: Cut;
    ended: readonly string[];
  },
): string[] {
  const { row } = whole;
  const { state, folder } = found;
  if (state.status !== 'done') {
    const step = state.steps.find(({ problem }) => problem !== null);
    return [`ends as ${state.status} at ${step?.id}: ${JSON.stringify(step?.problem)}`];
  }
  const unproven = state.steps
    .filter(({ status, checks }) => {
      const isOver = status === 'done' || status === 'alreadyDone';
      return !isOver || checks.some(({ verdict }) => verdict !== 'passed');
    })
    .map(({ id, status }) => `${id} is ${status} without its proof`);
  const ranOnce = (commands: readonly string[]) =>
    commands.filter((command) => row.once?.test(command)).sort();
  const often = ranOnce(found.ended);
  const twice =
    often.length > ranOnce(whole.ended).length ? [`ran too often: ${often.join(' | ')}`] : [];
  return [
    ...unproven,
    ...twice,
    ...(state.leftBehind.length > 0 ? [`left behind: ${state.leftBehind.join(', ')}`] : []),
    ...filesWithSecrets(folder, null).map((name) => `secret of ours in ${name}`),
    ...filesWithSecrets(folder, 'server')
      .filter((name) => !wanted.secretsIn.has(name))
      .map((name) => `secret on the server in ${name}`),
    ...differences(wanted.lines[found.cut], worldLines(folder)),
  ];
}

/**
 * Takes up what a crash left, as the next start of the program and its admin do, and tells all that
 * is wrong then. A torn line is a loss of power: Windows starts anew; else only programs were ended.
 */
export async function takeUpImage(
  whole: Whole,
  wanted: Wanted,
  image: Whole['images'][number],
  bench: CrashBench,
): Promise<string[]> {
  const { folder, cut } = image;
  const leaked = filesWithSecrets(folder, null).map((name) => `secret in ${name} at the cut`);
  if (cut === 'after') await endPrograms(folder);
  const started: Started[] = [];
  const one = await bench.open(folder, { around: noting(started) });
  if (cut === 'torn') await one.practice.restart();
  const { operations } = one.application;
  await operations.recover({});
  const afterStart = filesWithSecrets(folder, 'server')
    .filter((name) => !wanted.secretsIn.has(name))
    .map((name) => `secret in ${name} after the next start`);
  const isKnown = operations.list().some(({ id }) => id === whole.state.id);
  const state = isKnown
    ? await finish(one, operations.state(whole.state.id))
    : await goOn(one, await applyProcedure(one.application, whole.row.procedure, whole.answers));
  const ended = [...image.ended, ...endedWell(started)];
  const wrong = wrongWith(whole, wanted, { folder, state, cut, ended });
  rmSync(folder, { recursive: true, force: true });
  return [...leaked, ...afterStart, ...wrong];
}

/** Goes on with what is not over. */
export async function finish(
  one: PracticeApplication,
  state: OperationState,
): Promise<OperationState> {
  if (state.status === 'done') return state;
  if (state.status === 'restartNeeded') await one.practice.restart();
  return goOn(one, await takeUp(one.application, state));
}
