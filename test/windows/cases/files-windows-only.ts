import assert from 'node:assert/strict';
import { lstatSync, symlinkSync } from 'node:fs';
import { win32 } from 'node:path';
import { host, runSystemTool, workFolder } from '../bed';
import { type Case, NotHere } from '../harness';
import { codeOf } from '../holding';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A folder with one file, and a link to it that lies beside it. */
async function linkedFolder(name: string) {
  const folder = workFolder(name);
  const [target, link] = [win32.join(folder, 'target'), win32.join(folder, 'tree', 'link')];
  await host.files.makeFolder(target);
  await host.files.makeFolder(win32.dirname(link));
  await host.files.write(win32.join(target, 'kept.txt'), bytes('kept'));
  try {
    symlinkSync(target, link, 'junction');
  } catch (error) {
    throw new NotHere(`it makes no junctions (${codeOf(error)})`);
  }
  if (!lstatSync(link).isSymbolicLink()) throw new NotHere('its junctions are plain folders');
  return { target, link };
}

/** Names, links and rights as only Windows has them. */
export const fileLinkCases: Case[] = [
  ...['dot.', 'blank ', 'dots..', 'dot. ', 'folder. \\x.txt'].map((name) => ({
    name: `files: nothing is made with the name "${name}", which other programs could not open`,
    async run() {
      const folder = workFolder('files-odd-names');
      const path = win32.join(folder, 'plain.txt');
      await host.files.write(path, bytes('x'));
      const odd = `${folder}\\${name}`;
      const refused = (error: unknown) =>
        codeOf(error) === 'EINVAL' && error instanceof Error && error.message.includes(odd);
      await assert.rejects(host.files.write(odd, bytes('x')), refused);
      await assert.rejects(host.files.copy(path, odd), refused);
      await assert.rejects(host.files.move(path, odd), refused);
      await assert.rejects(host.files.makeFolder(odd), refused);
      assert.deepEqual(await host.files.list(folder), ['plain.txt']);
    },
  })),
  {
    name: 'files: a junction in a tree goes without what it leads to',
    async run() {
      const { target, link } = await linkedFolder('files-junction-tree');
      await host.files.removeTree(win32.dirname(link));
      assert.deepEqual(await host.files.list(target), ['kept.txt']);
    },
  },
  {
    name: 'files: a junction that is removed itself leaves what it leads to',
    async run() {
      const { target, link } = await linkedFolder('files-junction');
      await host.files.removeTree(link);
      assert.deepEqual(await host.files.list(target), ['kept.txt']);
    },
  },
  {
    name: 'files: icacls tells who may use a folder',
    async run() {
      const folder = workFolder('files-rights');
      const run = await runSystemTool('icacls.exe', [folder]);
      if (run.end.kind === 'exited' && run.end.code === 0 && run.output.trim() === '')
        throw new NotHere('its icacls.exe does nothing and ends with 0');
      assert.deepEqual(run.end, { kind: 'exited', code: 0 });
      assert.ok(run.output.includes(folder));
    },
  },
];
