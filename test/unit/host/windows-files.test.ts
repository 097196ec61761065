import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWindowsFiles } from '../../../main/host/windows-files';

const files = createWindowsFiles();
let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'psm-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a copy ends and has the content of its original', async () => {
  writeFileSync(at('a'), Buffer.alloc(300_000, 7));
  await files.copy(at('a'), at('b'));
  expect(await files.sha256(at('b'))).toBe(await files.sha256(at('a')));
});

test('a write that can not be finished leaves no neighbour behind', async () => {
  await files.makeFolder(at('taken'));
  await files.makeFolder(join(at('taken'), 'inside'));
  await expect(files.write(at('taken'), Buffer.from('secret'))).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('a copy that is cancelled leaves the old file as it was', async () => {
  writeFileSync(at('a'), Buffer.alloc(5_000_000, 1));
  writeFileSync(at('b'), 'old');
  const abort = new AbortController();
  abort.abort();
  await expect(files.copy(at('a'), at('b'), abort.signal)).rejects.toThrow();
  expect(readFileSync(at('b'), 'utf8')).toBe('old');
});

test('a missing file is no error when it is asked for or removed', async () => {
  expect(await files.stat(at('missing'))).toBeNull();
  await files.remove(at('missing'));
  expect(await files.removeEmptyFolder(at('missing'))).toBe(true);
});

test('a folder with something in it stays', async () => {
  await files.makeFolder(at('full'));
  writeFileSync(join(at('full'), 'x'), '');
  expect(await files.removeEmptyFolder(at('full'))).toBe(false);
  expect(existsSync(at('full'))).toBe(true);
});

test('a move takes the place of the file that was there', async () => {
  writeFileSync(at('a'), 'new');
  writeFileSync(at('b'), 'old');
  await files.move(at('a'), at('b'));
  expect(readdirSync(folder)).toEqual(['b']);
  expect(readFileSync(at('b'), 'utf8')).toBe('new');
});

test('a move of a missing file fails and leaves the other as it was', async () => {
  writeFileSync(at('b'), 'old');
  await expect(files.move(at('a'), at('b'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(readFileSync(at('b'), 'utf8')).toBe('old');
});

test('a tree goes with all in it, and a link in it goes without what it leads to', async () => {
  await files.makeFolder(join(at('tree'), 'inner'));
  writeFileSync(join(at('tree'), 'inner', 'x'), '');
  await files.makeFolder(at('other'));
  writeFileSync(join(at('other'), 'kept'), '');
  symlinkSync(at('other'), join(at('tree'), 'link'), 'junction');
  await files.removeTree(at('tree'));
  expect(readdirSync(folder)).toEqual(['other']);
  expect(readdirSync(at('other'))).toEqual(['kept']);
});

test('a link that is removed itself leaves what it leads to', async () => {
  await files.makeFolder(at('other'));
  writeFileSync(join(at('other'), 'kept'), '');
  symlinkSync(at('other'), at('link'), 'junction');
  await files.removeTree(at('link'));
  expect(readdirSync(folder)).toEqual(['other']);
  expect(readdirSync(at('other'))).toEqual(['kept']);
});

test('one file, and nothing at all, are removed as a tree too', async () => {
  writeFileSync(at('x'), '');
  await files.removeTree(at('x'));
  await files.removeTree(at('x'));
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['dot.', 'blank ', 'dots...', 'folder. /x.txt', 'a\\b.'])(
  'nothing is made with the name %j, which Windows would not open again',
  async (name) => {
    writeFileSync(at('plain'), 'x');
    const refused = { code: 'EINVAL', message: expect.stringContaining(name) };
    const odd = `${folder}/${name}`;
    await expect(files.write(odd, Buffer.from('x'))).rejects.toMatchObject(refused);
    await expect(files.copy(at('plain'), odd)).rejects.toMatchObject(refused);
    await expect(files.move(at('plain'), odd)).rejects.toMatchObject(refused);
    await expect(files.makeFolder(odd)).rejects.toMatchObject(refused);
    expect(readdirSync(folder)).toEqual(['plain']);
  },
);

test('dots and blanks inside a name, and the way to the folder above, are no odd names', async () => {
  await files.write(`${folder}/a. b..txt`, Buffer.from('x'));
  await files.makeFolder(`${folder}/.hidden`);
  await files.write(`${folder}/.hidden/../b`, Buffer.from('x'));
  await files.write(`${folder}/./c`, Buffer.from('x'));
  expect(readdirSync(folder).sort()).toEqual(['.hidden', 'a. b..txt', 'b', 'c']);
});
