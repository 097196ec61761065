import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync } from 'node:fs';
import { win32 } from 'node:path';
import type { RunningProcess } from '../../../main/host/ports';
import { host, programSpec, server, workFolder } from '../bed';
import type { Case } from '../harness';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = async (path: string) => new TextDecoder().decode(await host.files.read(path));

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Another program has the file open so that nobody else can, while `work` is done. */
async function whileLocked(path: string, work: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const args = ['lock', path, 'pause', '20000'];
  const running: RunningProcess = host.processes.run(
    programSpec('tool', args, { signal: stop.signal }),
  );
  for await (const chunk of running.output) {
    if (chunk.text.includes('locked')) break;
  }
  try {
    await work();
  } finally {
    stop.abort();
    await running.ended;
  }
}

const deepFolder = (folder: string) =>
  win32.join(folder, ...Array.from({ length: 9 }, (_, index) => `${index}`.repeat(45)));

export const fileCases: Case[] = [
  {
    name: 'files: written whole over one that exists',
    async run() {
      const path = win32.join(workFolder('files'), 'kept.txt');
      await host.files.write(path, bytes('first'));
      await host.files.write(path, bytes('second ü'));
      assert.equal(await textOf(path), 'second ü');
      assert.deepEqual(await host.files.list(workFolder('files')), ['kept.txt']);
    },
  },
  {
    name: 'files: names ignore case, and non-ASCII names come back as they were',
    async run() {
      const folder = workFolder('files-names');
      await host.files.write(win32.join(folder, 'Zürich 日本.txt'), bytes('x'));
      assert.deepEqual(await host.files.list(folder), ['Zürich 日本.txt']);
      assert.equal(await textOf(win32.join(folder, 'ZÜRICH 日本.TXT')), 'x');
    },
  },
  {
    name: 'files: a path of more than 260 characters',
    async run() {
      const folder = deepFolder(workFolder('files-long'));
      const path = win32.join(folder, 'file.txt');
      assert.ok(path.length > 400);
      await host.files.makeFolder(folder);
      await host.files.write(path, bytes('deep'));
      assert.equal(await textOf(path), 'deep');
      assert.equal((await host.files.stat(path))?.size, 4);
      await host.files.remove(path);
      assert.equal(await host.files.stat(path), null);
      assert.equal(await host.files.removeEmptyFolder(folder), true);
    },
  },
  {
    name: 'files: the hash of a file, and a copy with the same hash',
    async run() {
      const folder = workFolder('files-hash');
      const content = Buffer.alloc(5_000_000, 'process server ');
      const [from, to] = [win32.join(folder, 'from.bin'), win32.join(folder, 'to.bin')];
      await host.files.write(from, content);
      await host.files.copy(from, to);
      const wanted = createHash('sha256').update(content).digest('hex');
      assert.equal(await host.files.sha256(from), wanted);
      assert.equal(await host.files.sha256(to), wanted);
      assert.deepEqual(readdirSync(folder).sort(), ['from.bin', 'to.bin']);
    },
  },
  {
    name: 'files: moved over one that exists, and a whole tree removed with read-only files in it',
    async run() {
      const folder = workFolder('files-move');
      const [from, to] = [win32.join(folder, 'part.bin'), win32.join(folder, 'whole.bin')];
      await host.files.write(from, bytes('new'));
      await host.files.write(to, bytes('old'));
      await host.files.move(from, to);
      assert.equal(await textOf(to), 'new');
      assert.equal(await host.files.stat(from), null);
      const tree = win32.join(folder, 'tree');
      await host.files.makeFolder(win32.join(tree, 'below'));
      const readOnly = win32.join(tree, 'below', 'file.txt');
      await host.files.write(readOnly, bytes('x'));
      chmodSync(readOnly, 0o444);
      await host.files.removeTree(tree);
      assert.equal(await host.files.stat(tree), null);
    },
  },
  {
    name: 'files: what is missing is told, or passed over where that is promised',
    async run() {
      const missing = win32.join(workFolder('files'), 'none', 'file.txt');
      assert.equal(await host.files.stat(missing), null);
      assert.equal(await server.readText(missing), null);
      await host.files.remove(missing);
      assert.equal(await host.files.removeEmptyFolder(missing), true);
      await assert.rejects(host.files.read(missing), (error) => codeOf(error) === 'ENOENT');
    },
  },
  {
    name: 'files: only an empty folder is removed',
    async run() {
      const folder = workFolder('files-folder');
      const path = win32.join(folder, 'file.txt');
      await host.files.write(path, bytes('x'));
      assert.equal(await host.files.removeEmptyFolder(folder), false);
      await host.files.remove(path);
      assert.equal(await host.files.removeEmptyFolder(folder), true);
      assert.equal(await host.files.stat(folder), null);
    },
  },
  {
    name: 'files: one that another program holds can be neither read, removed nor replaced',
    async run() {
      const folder = workFolder('files-held');
      const path = win32.join(folder, 'held.txt');
      await host.files.write(path, bytes('held'));
      await whileLocked(path, async () => {
        const busy = (error: unknown) => /^(EBUSY|EPERM|EACCES)$/.test(codeOf(error));
        await assert.rejects(host.files.read(path), (error) => codeOf(error) === 'EBUSY');
        await assert.rejects(host.files.remove(path), (error) => codeOf(error) === 'EBUSY');
        await assert.rejects(host.files.write(path, bytes('new')), busy);
        await assert.rejects(host.files.sha256(path), (error) => codeOf(error) === 'EBUSY');
      });
      assert.equal(await textOf(path), 'held');
      assert.deepEqual(await host.files.list(folder), ['held.txt'], 'nothing is left beside it');
      await host.files.remove(path);
      assert.equal(await host.files.stat(path), null);
    },
  },
  {
    name: 'files: a folder that is a current one is not removed',
    async run() {
      const folder = workFolder('files-current');
      const stop = new AbortController();
      const args = ['print', '78', 'pause', '20000'];
      const running = host.processes.run(
        programSpec('tool', args, { cwd: folder, signal: stop.signal }),
      );
      for await (const _ of running.output) break;
      await assert.rejects(host.files.removeEmptyFolder(folder), (error) =>
        /^(EBUSY|EPERM|EACCES)$/.test(codeOf(error)),
      );
      stop.abort();
      await running.ended;
      assert.equal(await host.files.removeEmptyFolder(folder), true);
    },
  },
];
