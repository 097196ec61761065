import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationState } from '../../contract/operation';
import type { Application } from '../../main/application/application';
import type { ServerHost, ToolRunner } from '../../main/host/ports';
import { samplePassphrase } from '../../practice';
import { openWorld } from '../../practice/world/store';
import {
  goodAnswers,
  openPracticeApplication,
  type PracticeApplication,
  type PracticeApplicationOptions,
} from '../support/practice-application';
import { applyProcedure, enterSecrets, propose, stepOf, takeUp } from '../support/run-procedure';
import { filesWith, worldSnapshot } from '../support/world-snapshot';

const LINK = { source: 'link', link: 'https://aka.ms/unifiedinstaller_weu', proxyMode: 'direct' };
const WRONG = 'Practice-Passphrase-99';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'psm-undo-'));
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  folders.push(copy);
  return copy;
}

async function open(
  folder: string,
  options: PracticeApplicationOptions = {},
  passphrase = samplePassphrase,
): Promise<PracticeApplication> {
  const one = await openPracticeApplication({}, { ...options, folder });
  enterSecrets(one.application, passphrase);
  return one;
}

/** A server on which a package was kept before: no undo may touch that one. */
let before = '';
/** What is on it but for the logs of the vendor's tools, which are theirs. */
const thingsOn = (folder: string) => {
  const { files, registry, services } = worldSnapshot(folder);
  const own = Object.entries(files).filter(([name]) => !name.includes('ASRSetupLogs'));
  return { files: Object.fromEntries(own), registry, services };
};
beforeAll(async () => {
  const one = await openPracticeApplication({});
  folders.push(one.folder);
  enterSecrets(one.application);
  expect((await applyProcedure(one.application, 'download', LINK)).status).toBe('done');
  before = one.folder;
});

async function undo({ operations }: Application, { id }: OperationState): Promise<OperationState> {
  const started = await operations.undo(id);
  if (!started.ok) throw new Error(started.problem.what);
  await started.value.ended;
  return operations.state(id);
}

/** Lets everything fail that one step does, as long as it runs. */
function failingAt(stepId: string) {
  let application: Application | null = null;
  const isHit = () =>
    application?.operations
      .current()
      ?.steps.some(({ id, status }) => id === stepId && status === 'running') ?? false;
  const options: PracticeApplicationOptions = {
    around: (tools): ToolRunner => ({
      run: (spec) =>
        isHit()
          ? {
              output: (async function* () {})(),
              ended: Promise.resolve({ kind: 'exited', code: 99 }),
              identity: Promise.resolve({ pid: null, startedAt: null }),
            }
          : tools.run(spec),
    }),
    change: (host): ServerHost => {
      const orFail = async (work: () => Promise<void>) => {
        if (isHit()) throw new Error('The disk is full.');
        await work();
      };
      const { files } = host;
      return {
        ...host,
        files: {
          ...files,
          write: (path, content) => orFail(() => files.write(path, content)),
          copy: (from, to, signal) => orFail(() => files.copy(from, to, signal)),
        },
      };
    },
  };
  return {
    options,
    watch: (one: Application) => {
      application = one;
    },
  };
}

describe.concurrent('a preparation that failed', { timeout: 120_000 }, () => {
  test.each([
    'package-folder',
    'copy',
    'origin',
    'verify',
    'unpack',
    'record',
    'terms',
    'vendor-folder',
    'private-folder',
    'place',
    'test',
  ])('at %s is undone without a rest, and what was older stays', async (stepId) => {
    const folder = copyOf(before);
    const failing = failingAt(stepId);
    const { application } = await open(folder, failing.options);
    failing.watch(application);
    const failed = await applyProcedure(application, 'prepare', goodAnswers);
    expect([failed.status, stepOf(failed, stepId).status]).toEqual(['failed', 'failed']);
    expect(failed.leftBehind).toEqual([]);
    expect(filesWith(folder, samplePassphrase, 'server')).toEqual([]);
    const state = await undo(application, failed);
    expect(state.status).toBe('undone');
    expect(thingsOn(folder)).toEqual(thingsOn(before));
    expect(filesWith(folder, samplePassphrase, 'server')).toEqual([]);
    const again = await application.operations.undo(failed.id);
    expect(again).toMatchObject({ ok: false, problem: { what: "Couldn't undo anything." } });
  });

  test('at its last step is retried without doing the rest again', async () => {
    const folder = copyOf(before);
    const { application } = await open(folder, {}, WRONG);
    const failed = await applyProcedure(application, 'prepare', goodAnswers);
    expect(stepOf(failed, 'test').status).toBe('failed');
    application.secrets.enter('passphrase', samplePassphrase);
    const retried = await takeUp(application, failed);
    expect(retried.status).toBe('done');
    expect(stepOf(retried, 'unpack').attempts).toBe(1);
    expect(filesWith(folder, samplePassphrase, 'server')).toEqual([]);
    expect(filesWith(folder, WRONG, 'server')).toEqual([]);
  });
});

/** State folders as a crash would leave them: right before each removal of an undo, and at its end. */
const crashed: { folder: string; id: string }[] = [];
async function crashDuringUndo(): Promise<void> {
  const folder = copyOf(before);
  let isUndoing = false;
  const images: string[] = [];
  const { application } = await open(
    folder,
    {
      change: (host) => ({
        ...host,
        files: {
          ...host.files,
          removeTree: (path) => {
            if (isUndoing) images.push(copyOf(folder));
            return host.files.removeTree(path);
          },
        },
      }),
    },
    WRONG,
  );
  const failed = await applyProcedure(application, 'prepare', goodAnswers);
  isUndoing = true;
  await undo(application, failed);
  const last = copyOf(folder);
  const journal = join(last, 'operations', failed.id, 'journal.jsonl');
  const lines = readFileSync(journal, 'utf8').split('\n');
  const end = lines.findLastIndex((line) => line.includes('"undoEnded"')) + 1;
  writeFileSync(journal, `${lines.slice(0, end).join('\n')}\n`);
  crashed.push(...[...images, last].map((image) => ({ folder: image, id: failed.id })));
}

test('an undo that was killed at any point is undone again, and never gone on with', async () => {
  await crashDuringUndo();
  expect(crashed.length).toBe(4);
  for (const { folder, id } of crashed) {
    const { application } = await open(folder);
    const { operations, secrets } = application;
    await operations.recover({});
    const interrupted = operations.state(id);
    expect(interrupted.status).toBe('interrupted');
    const goneOn = await operations.takeUp(id, secrets.all());
    expect(goneOn).toMatchObject({ ok: false, problem: { code: 'undoBegun' } });
    expect((await undo(application, interrupted)).status).toBe('undone');
    expect(thingsOn(folder)).toEqual(thingsOn(before));
    expect((await applyProcedure(application, 'prepare', goodAnswers)).status).toBe('done');
    const { plan, preconditions } = await propose(application, 'set-up', goodAnswers);
    expect([plan === null, preconditions.filter(({ verdict }) => verdict === 'blocks')]).toEqual([
      false,
      [],
    ]);
    expect(filesWith(folder, samplePassphrase, 'server')).toEqual([]);
  }
});

test('nothing is undone while a tool of the operation still runs', async () => {
  const folder = copyOf(before);
  const { application } = await open(folder);
  await applyProcedure(application, 'prepare', goodAnswers);
  const state = await applyProcedure(application, 'set-up', goodAnswers);
  const journal = join(folder, 'operations', state.id, 'journal.jsonl');
  const lines = readFileSync(journal, 'utf8').split('\n');
  const end = lines.findIndex((line) => /"toolStarted".*"install"/.test(line)) + 1;
  writeFileSync(journal, `${lines.slice(0, end).join('\n')}\n`);
  const again = await open(folder, {
    change: (host) => ({
      ...host,
      processes: { ...host.processes, leftTool: () => Promise.resolve('running') },
    }),
  });
  for (const what of ['undo', 'stop'] as const) {
    expect(await again.application.operations[what](state.id)).toMatchObject({
      ok: false,
      problem: { what: `Couldn't ${what} this operation: its tool still runs.` },
    });
  }
});

test('a sign-out during set-up leaves an operation that goes on after the next sign-in', async () => {
  let image: string | null = null;
  const scenario = {
    faults: [{ tool: 'unifiedsetup', at: 'masterTarget', how: 'signOut', times: 1 }],
  };
  const { application, folder } = await openPracticeApplication(scenario, {
    practice: {
      signOut: () => {
        image = copyOf(folder);
      },
    },
  });
  folders.push(folder);
  enterSecrets(application);
  await applyProcedure(application, 'prepare', goodAnswers);
  const { id } = await applyProcedure(application, 'set-up', goodAnswers);
  if (image === null) throw new Error('Nobody was signed out.');
  // With the session end all its programs.
  await openWorld(join(image, 'world')).change((world) => {
    world.processes = [];
  });
  const next = await open(image);
  expect(await next.application.operations.recover({})).toBeNull();
  const interrupted = next.application.operations.state(id);
  expect(interrupted.status).toBe('interrupted');
  expect(interrupted.leftBehind).toEqual([]);
  const remains = await next.application.remains(id);
  expect(remains).toMatchObject({ ok: true, value: { waysOn: [{ kind: 'retry' }, {}, {}, {}] } });
  expect((await takeUp(next.application, interrupted)).status).toBe('done');
});
