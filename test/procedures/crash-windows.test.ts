import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  goodAnswers,
  openPracticeApplication,
  type PracticeApplication,
} from '../support/practice-application';
import { applyProcedure, enterSecrets, propose, stepOf, takeUp } from '../support/run-procedure';

const PRIVATE = 'C:\\ProgramData\\Microsoft Azure Site Recovery\\private';
const PASSPHRASE = `${PRIVATE}\\connection.passphrase`;

let opened: PracticeApplication[] = [];
afterEach(() => {
  for (const one of opened) one.remove();
  opened = [];
});

async function open(scenario: Readonly<Record<string, unknown>>, folder?: string) {
  const one = await openPracticeApplication(scenario, folder === undefined ? {} : { folder });
  opened.push(one);
  enterSecrets(one.application);
  return one;
}

/** Takes the journal back to right after its last record that `isLast` likes, as a crash would. */
function cutJournal(folder: string, id: string, isLast: (line: string) => boolean): void {
  const path = join(folder, 'operations', id, 'journal.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, `${lines.slice(0, lines.findLastIndex(isLast) + 1).join('\n')}\n`);
}

const packageFolder = async ({ practice }: PracticeApplication) => {
  const root = 'C:\\ProgramData\\ProcessServerManager\\packages';
  const [name = ''] = await practice.files.list(root);
  return `${root}\\${name}`;
};

test('a copy that was changed after it was verified is never unpacked, not even on a retry', async () => {
  const one = await open({});
  await applyProcedure(one.application, 'prepare', goodAnswers);
  const folder = await packageFolder(one);
  const download = goodAnswers.setupFile ?? '';
  const bytes = Buffer.from(await one.practice.files.read(download));
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await one.practice.files.write(`${folder}\\MicrosoftAzureSiteRecoveryUnifiedSetup.exe`, bytes);
  await one.practice.files.write(download, bytes);
  const failed = await applyProcedure(one.application, 'prepare', goodAnswers);
  expect(failed.status).toBe('failed');
  const retried = await takeUp(one.application, failed);
  expect(retried.status).toBe('failed');
  expect(stepOf(retried, 'verify').problem?.what).toContain('changed after it was signed');
  expect(stepOf(retried, 'unpack').attempts).toBe(0);
});

test('a package with a file cut short counts as incomplete', async () => {
  const one = await open({});
  await applyProcedure(one.application, 'prepare', goodAnswers);
  const folder = await packageFolder(one);
  await one.practice.files.write(`${folder}\\Files\\UCX_SERVER_SETUP.EXE`, new Uint8Array());
  const { preconditions } = await propose(one.application, 'set-up', goodAnswers);
  expect(preconditions.find(({ id }) => id === 'package')).toMatchObject({
    verdict: 'blocks',
    found: 'files are missing',
  });
  expect((await applyProcedure(one.application, 'prepare', goodAnswers)).status).toBe('done');
  expect((await propose(one.application, 'set-up', goodAnswers)).plan).not.toBeNull();
});

test("a crash while the server's own passphrase is put back never deletes it", async () => {
  const one = await open({ installed: { parts: ['dependencies', 'processServer'] } });
  const before = await one.practice.files.read(PASSPHRASE);
  const done = await applyProcedure(one.application, 'prepare', goodAnswers);
  cutJournal(one.folder, done.id, (line) => line.includes('"stepEnded"'));
  const again = await open({}, one.folder);
  await again.application.operations.recover({});
  expect(await again.practice.files.read(PASSPHRASE)).toEqual(before);
});

test('a passphrase is not written into a folder that others can read', async () => {
  const one = await open({});
  await one.practice.files.makeFolder(PRIVATE);
  const failed = await applyProcedure(one.application, 'prepare', goodAnswers);
  expect(failed.status).toBe('failed');
  expect(stepOf(failed, 'private-folder').problem?.what).toContain("Couldn't trust the folder");
  expect(await one.practice.files.stat(PASSPHRASE)).toBeNull();
});

test('the need of a restart outlives a crash right after it was told', async () => {
  const one = await open({
    faults: [{ tool: 'unifiedsetup', at: 'masterTarget', how: { exit: 3010 }, times: 1 }],
  });
  await applyProcedure(one.application, 'prepare', goodAnswers);
  const waiting = await applyProcedure(one.application, 'set-up', goodAnswers);
  cutJournal(one.folder, waiting.id, (line) => line.includes('"stepEnded"'));
  const again = await open({}, one.folder);
  expect(again.application.operations.state(waiting.id).status).toBe('restartNeeded');
  const early = await again.application.operations.takeUp(waiting.id, {});
  expect(early).toMatchObject({ ok: false, problem: { code: 'restartPending' } });
  await again.practice.restart();
  const done = await takeUp(again.application, waiting);
  expect(done.status).toBe('done');
  expect(stepOf(done, 'install').checks.length).toBeGreaterThan(5);
});

test('an operation whose journal is torn or unreadable harms nothing else', async () => {
  const one = await open({});
  const done = await applyProcedure(one.application, 'prepare', goodAnswers);
  const path = join(one.folder, 'operations', done.id, 'journal.jsonl');
  writeFileSync(path, `${readFileSync(path, 'utf8')}{"kind":"resu`);
  const again = await open({}, one.folder);
  again.application.store.append(done.id, '{"kind":"broken"}');
  expect(again.application.operations.list()).toMatchObject([
    { title: expect.stringContaining('could not be read') },
  ]);
  expect(again.application.operations.current()).toBeNull();
  expect((await applyProcedure(again.application, 'prepare', goodAnswers)).status).toBe('done');
});

test('a journal with another plan than the approved one is not gone on with', async () => {
  const one = await open({ configurationServer: { passphrase: 'Another-Passphrase-77' } });
  const failed = await applyProcedure(one.application, 'prepare', goodAnswers);
  const path = join(one.folder, 'operations', failed.id, 'journal.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('csgetfingerprint.exe', 'evil.exe'));
  const again = await open({}, one.folder);
  const refused = await again.application.operations.takeUp(failed.id, {});
  expect(refused).toMatchObject({
    ok: false,
    problem: { what: "Couldn't start: this is not the approved plan." },
  });
});

test('an export of the registry that a killed run left is removed at the next start', async () => {
  const killed = await openPracticeApplication(
    {},
    {
      // A program that is ended while it reads removes nothing any more.
      change: (host) => ({
        ...host,
        files: { ...host.files, remove: () => Promise.reject(new Error('EPERM')) },
      }),
    },
  );
  opened.push(killed);
  const { temp } = killed.practice.places;
  const left = async () =>
    (await killed.practice.files.list(temp)).filter((name) => name.startsWith('psm-registry-'));
  await killed.application.server.registry.read('64', 'HKEY_LOCAL_MACHINE\\SOFTWARE');
  expect(await left()).toHaveLength(1);
  const next = await open({}, killed.folder);
  // Another run may be at it at this moment.
  await next.application.operations.recover({});
  expect(await left()).toHaveLength(1);
  await next.practice.clock.sleep(660);
  await next.practice.files.write(`${temp}\\psm-registry-mine.reg`, new Uint8Array([1]));
  await next.practice.clock.sleep(660);
  await next.application.operations.recover({});
  expect(await left()).toEqual(['psm-registry-mine.reg']);
});
