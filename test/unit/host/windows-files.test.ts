import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
