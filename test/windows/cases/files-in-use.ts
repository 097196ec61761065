import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { collect } from '../../../main/host/collect';
import { host, programFile, programSpec, startHelper, workFolder } from '../bed';
import { type Case, NotHere } from '../harness';
import { codeOf, isInUse, whileHeld } from '../holding';
import { versionOf } from '../versioned-content';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = async (path: string) => new TextDecoder().decode(await host.files.read(path));

/** Whether a plain rename of this system takes the place of a read-only file. */
async function isReplacedReadOnly(path: string): Promise<boolean> {
  writeFileSync(path, 'old');
  writeFileSync(`${path}.new`, 'new');
  chmodSync(path, 0o444);
  try {
    renameSync(`${path}.new`, path);
    return true;
  } catch {
    return false;
  } finally {
    await host.files.remove(path);
    await host.files.remove(`${path}.new`);
  }
}

/** Files that somebody else has open, may not be written, or are being run. */
export const heldFileCases: Case[] = [
  {
    name: 'files: one that another program holds can be neither read, removed nor replaced',
    async run() {
      const folder = workFolder('files-held');
      const path = win32.join(folder, 'held.txt');
      await host.files.write(path, bytes('held'));
      await whileHeld(path, 'alone', async () => {
        await assert.rejects(host.files.read(path), (error) => codeOf(error) === 'EBUSY');
        await assert.rejects(host.files.remove(path), (error) => codeOf(error) === 'EBUSY');
        await assert.rejects(host.files.write(path, bytes('new')), isInUse);
        await assert.rejects(host.files.sha256(path), (error) => codeOf(error) === 'EBUSY');
      });
      assert.equal(await textOf(path), 'held');
      assert.deepEqual(await host.files.list(folder), ['held.txt'], 'nothing is left beside it');
      await host.files.remove(path);
      assert.equal(await host.files.stat(path), null);
    },
  },
  {
    name: 'files: one that another program reads for a moment is waited for, then replaced',
    async run() {
      const folder = workFolder('files-read');
      const [path, part] = [win32.join(folder, 'read.txt'), win32.join(folder, 'part.txt')];
      await host.files.write(path, bytes('old'));
      await whileHeld(path, 'reading', () => host.files.write(path, bytes('written')), 400);
      assert.equal(await textOf(path), 'written');
      await host.files.write(part, bytes('moved'));
      await whileHeld(path, 'reading', () => host.files.move(part, path), 400);
      assert.equal(await textOf(path), 'moved');
      assert.deepEqual(await host.files.list(folder), ['read.txt']);
    },
  },
  {
    name: 'files: one that another program goes on reading is not replaced, and can still be read',
    async run() {
      const folder = workFolder('files-reading');
      const path = win32.join(folder, 'read.txt');
      await host.files.write(path, bytes('old'));
      await whileHeld(path, 'reading', async () => {
        await assert.rejects(host.files.write(path, bytes('new')), (error) => {
          assert.ok(isInUse(error), codeOf(error));
          return error instanceof Error && error.message.includes('read.txt');
        });
        assert.equal(await textOf(path), 'old');
      });
      assert.deepEqual(await host.files.list(folder), ['read.txt'], 'nothing is left beside it');
    },
  },
  {
    name: 'files: a read-only one is removed',
    async run() {
      const path = win32.join(workFolder('files-read-only'), 'gone.txt');
      await host.files.write(path, bytes('x'));
      chmodSync(path, 0o444);
      await host.files.remove(path);
      assert.equal(await host.files.stat(path), null);
    },
  },
  {
    name: 'files: a read-only one is not written over',
    async run() {
      const folder = workFolder('files-read-only');
      const path = win32.join(folder, 'kept.txt');
      if (await isReplacedReadOnly(win32.join(folder, 'other.txt')))
        throw new NotHere('it renames a file over a read-only one');
      await host.files.write(path, bytes('kept'));
      chmodSync(path, 0o444);
      await assert.rejects(host.files.write(path, bytes('new')), isInUse);
      assert.equal(await textOf(path), 'kept');
      assert.deepEqual(await host.files.list(folder), ['kept.txt'], 'nothing is left beside it');
    },
  },
  {
    name: 'files: a program that runs is not replaced or removed, but may be moved away',
    async run() {
      const folder = workFolder('files-running');
      const [path, away] = [win32.join(folder, 'tool.exe'), win32.join(folder, 'old.exe')];
      copyFileSync(programFile('tool'), path);
      const stop = new AbortController();
      const spec = programSpec('tool', ['print', '41', 'pause', '20000'], { signal: stop.signal });
      const running = host.processes.run({ ...spec, file: path });
      try {
        for await (const _ of running.output) break;
        await assert.rejects(host.files.write(path, bytes('new')), isInUse);
        await assert.rejects(host.files.remove(path), isInUse);
        assert.deepEqual(await host.files.list(folder), ['tool.exe']);
        await host.files.move(path, away);
        await host.files.copy(programFile('arguments'), path);
      } finally {
        stop.abort();
        await running.ended;
      }
      const { output } = await collect(host.processes, { ...programSpec('tool', []), file: path });
      assert.match(output, /"system"/);
      await host.files.remove(away);
      assert.deepEqual(await host.files.list(folder), ['tool.exe']);
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
      await assert.rejects(host.files.removeEmptyFolder(folder), isInUse);
      stop.abort();
      await running.ended;
      assert.equal(await host.files.removeEmptyFolder(folder), true);
    },
  },
  {
    name: 'files: a tree with a file in use tells which, and is removed once that is free',
    async run() {
      const tree = win32.join(workFolder('files-tree'), 'tree');
      const held = win32.join(tree, 'below', 'held.txt');
      await host.files.makeFolder(win32.dirname(held));
      await host.files.write(held, bytes('held'));
      await host.files.write(win32.join(tree, 'free.txt'), bytes('free'));
      await whileHeld(held, 'alone', async () => {
        await assert.rejects(host.files.removeTree(tree), (error) => {
          assert.ok(isInUse(error), codeOf(error));
          return error instanceof Error && error.message.includes('held.txt');
        });
        assert.deepEqual(await host.files.list(win32.dirname(held)), ['held.txt']);
      });
      assert.equal(await textOf(held), 'held');
      await host.files.removeTree(tree);
      assert.equal(await host.files.stat(tree), null);
    },
  },
  {
    name: 'files: what is written is there though its writer is killed at once',
    async run() {
      const path = win32.join(workFolder('files-flush'), 'written.bin');
      const writer = await startHelper('writeOnce', path);
      await writer.kill();
      assert.equal(writer.said, 'written');
      assert.equal(versionOf(readFileSync(path)), 7);
    },
  },
  {
    name: 'files: a writer killed in the middle leaves the old file or the new one, each whole',
    async run() {
      const folder = workFolder('files-killed');
      for (const milliseconds of [40, 90, 150]) {
        const path = win32.join(folder, `${milliseconds}.bin`);
        const writer = await startHelper('write', path);
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        await writer.kill();
        assert.notEqual(versionOf(readFileSync(path)), null, 'a file of two halves');
        await host.files.removeUnfinished(path);
        await host.files.remove(path);
      }
      assert.deepEqual(await host.files.list(folder), [], 'nothing unfinished is left');
    },
  },
];
