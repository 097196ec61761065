import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync } from 'node:fs';
import { win32 } from 'node:path';
import { host, server, workFolder } from '../bed';
import type { Case } from '../harness';
import { codeOf } from '../holding';
import { heldFileCases } from './files-in-use';
import { fileLinkCases } from './files-windows-only';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = async (path: string) => new TextDecoder().decode(await host.files.read(path));

/** A file whose path has so many characters, in folders as deep as they have to be. */
function longPath(length: number) {
  const names = Array.from({ length: 9 }, (_, index) => `${index}`.repeat(45));
  const folder = win32.join(workFolder('files-long'), ...names);
  const path = win32.join(folder, 'f'.repeat(length - folder.length - 1));
  assert.equal(path.length, length);
  return { folder, path };
}

/** What the port promises of files, on the file system of this Windows. */
export const fileCases: Case[] = [
  ...heldFileCases,
  ...fileLinkCases,
  {
    name: 'files: written whole over one that exists',
    async run() {
      const path = win32.join(workFolder('files'), 'kept.txt');
      await host.files.write(path, bytes('first'));
      await host.files.write(path, bytes('second ü'));
      assert.equal(await textOf(path), 'second ü');
      assert.equal(await server.readText(path), 'second ü');
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
    name: 'files: a path of 498 characters, with its long prefix and without',
    async run() {
      const { folder, path } = longPath(498);
      await host.files.makeFolder(folder);
      await host.files.write(path, bytes('deep'));
      assert.equal(await textOf(path), 'deep');
      assert.equal(await textOf(`\\\\?\\${path}`), 'deep');
      assert.equal((await host.files.stat(`\\\\?\\${path}`))?.size, 4);
      await host.files.copy(path, `\\\\?\\${path}2`);
      await host.files.move(`${path}2`, `${path}3`);
      const wanted = createHash('sha256').update('deep').digest('hex');
      assert.equal(await host.files.sha256(`${path}3`), wanted);
      await host.files.remove(`${path}3`);
      await host.files.remove(path);
      assert.equal(await host.files.stat(path), null);
      assert.equal(await host.files.removeEmptyFolder(folder), true);
      await host.files.removeTree(workFolder('files-long'));
      assert.equal(await host.files.stat(win32.dirname(folder)), null);
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
];
