import { expect, test } from 'vitest';
import { openFiles } from '../../../practice/world/files';
import { openWorld } from '../../../practice/world/store';
import { practiceServer, readText } from './helper';

const bytes = (text: string) => Buffer.from(text);

test('names are found in any case and keep the case they were made with', async () => {
  const { files } = await practiceServer();
  await files.makeFolder('D:\\Some Folder\\Inner');
  await files.write('d:/SOME folder/inner/File.txt', bytes('one'));
  await files.write('D:\\some folder\\INNER\\file.TXT', bytes('two'));
  expect(await files.list('D:\\Some Folder\\inner')).toEqual(['File.txt']);
  expect(Buffer.from(await files.read('D:\\SOME FOLDER\\INNER\\FILE.TXT')).toString()).toBe('two');
});

test('dots and blanks at the end of a name do not count, and .. leads upwards', async () => {
  const { files } = await practiceServer();
  await files.makeFolder('D:\\a');
  await files.write('D:\\a\\x.txt', bytes('x'));
  expect(await files.stat('D:\\a\\b\\..\\x.txt. ')).toMatchObject({ isFolder: false, size: 1 });
  expect(await files.stat('D:\\..\\..\\a')).toMatchObject({ isFolder: true });
});

test.each([
  ['a drive that is not there', 'E:\\x.txt'],
  ['a folder that is not there', 'D:\\none\\x.txt'],
  ['a name Windows forbids', 'D:\\a*b.txt'],
  ['a path without a drive', '\\x.txt'],
])('writing to %s fails with ENOENT', async (_case, path) => {
  const { files } = await practiceServer();
  await expect(files.write(path, bytes('x'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a file another program holds open is busy', async () => {
  const { files } = await practiceServer({
    files: { 'D:\\held.txt': 'x' },
    lockedFiles: ['D:\\HELD.txt'],
  });
  await expect(files.write('D:\\held.txt', bytes('y'))).rejects.toMatchObject({ code: 'EBUSY' });
  await expect(files.remove('D:\\held.txt')).rejects.toMatchObject({ code: 'EBUSY' });
});

test('a drive without room takes no file', async () => {
  const { files } = await practiceServer({ drives: [{ letter: 'C:', sizeGb: 1, freeGb: 0.01 }] });
  const large = new Uint8Array(11 * 1024 * 1024);
  await expect(files.write('C:\\large.bin', large)).rejects.toMatchObject({ code: 'ENOSPC' });
});

test('who is no administrator can not read the kept passphrase', async () => {
  const { files } = await practiceServer({ installed: {}, server: { administrator: false } });
  const path = 'C:\\ProgramData\\Microsoft Azure Site Recovery\\private\\connection.passphrase';
  await expect(files.read(path)).rejects.toMatchObject({ code: 'EACCES' });
});

test('C:\\ProgramData\\ASR is another name for the installation folder', async () => {
  const server = await practiceServer('already-installed');
  const conf = 'home\\svsystems\\etc\\amethyst.conf';
  expect(await readText(server, `C:\\PROGRAMDATA\\asr\\${conf}`)).toBe(
    await readText(server, `D:\\ASR\\${conf}`),
  );
  expect(await server.files.list('C:\\ProgramData')).toContain('ASR');
  expect(await server.files.stat('C:\\ProgramData\\ASR')).toMatchObject({ isFolder: true });
});

test('a file carries the simulated time at which it was written', async () => {
  const { files, clock } = await practiceServer();
  await clock.sleep(86_400);
  await files.write('D:\\x.txt', bytes('x'));
  const found = await files.stat('D:\\x.txt');
  expect(Math.abs(Date.parse(found?.modified ?? '') - clock.now().getTime())).toBeLessThan(60_000);
});

test('readers see the old content or the new, never a part', async () => {
  const server = await practiceServer();
  const other = openFiles(openWorld(server.folder), { now: () => new Date() });
  await server.files.write('D:\\x.txt', bytes('a'.repeat(100_000)));
  const writing = (async () => {
    for (let at = 0; at < 30; at += 1) {
      await server.files.write('D:\\x.txt', bytes((at % 2 ? 'a' : 'b').repeat(100_000)));
    }
  })();
  for (let at = 0; at < 60; at += 1) {
    const text = await other.readText('D:\\x.txt');
    expect(text).toMatch(/^(a{100000}|b{100000})$/);
  }
  await writing;
});

test('an empty folder is removed, another one stays', async () => {
  const { files } = await practiceServer();
  await files.makeFolder('D:\\a\\b');
  expect(await files.removeEmptyFolder('D:\\a')).toBe(false);
  expect(await files.removeEmptyFolder('D:\\a\\b')).toBe(true);
  expect(await files.stat('D:\\a\\b')).toBeNull();
});

test('a move takes the place of the file that was there', async () => {
  const server = await practiceServer();
  await server.files.write('D:\\a.txt', bytes('new'));
  await server.files.write('D:\\b.txt', bytes('old'));
  await server.files.move('D:\\a.txt', 'D:\\B.TXT');
  expect(await server.files.stat('D:\\a.txt')).toBeNull();
  expect(await readText(server, 'D:\\b.txt')).toBe('new');
});

test.each([
  ['a file that is not there', 'D:\\none.txt', 'D:\\b.txt', 'ENOENT'],
  ['into a folder that is not there', 'D:\\a.txt', 'D:\\none\\b.txt', 'ENOENT'],
  ['to another drive', 'D:\\a.txt', 'C:\\a.txt', 'EXDEV'],
  ['over a folder', 'D:\\a.txt', 'D:\\folder', 'EISDIR'],
  ['over a file another program holds open', 'D:\\a.txt', 'D:\\held.txt', 'EBUSY'],
])('a move of or %s fails', async (_case, from, to, code) => {
  const { files } = await practiceServer({
    files: { 'D:\\held.txt': 'x', 'D:\\a.txt': 'a' },
    lockedFiles: ['D:\\held.txt'],
  });
  await files.makeFolder('D:\\folder');
  await expect(files.move(from, to)).rejects.toMatchObject({ code });
  expect(await files.stat('D:\\a.txt')).not.toBeNull();
});

test('a tree goes with all in it, but nothing of what its junctions lead to', async () => {
  const { files } = await practiceServer('already-installed');
  await files.makeFolder('C:\\ProgramData\\x\\y');
  await files.removeTree('C:\\ProgramData\\x');
  expect(await files.stat('C:\\ProgramData\\x')).toBeNull();
  const kept = 'D:\\ASR\\home\\svsystems\\etc\\amethyst.conf';
  await files.removeTree('C:\\ProgramData\\ASR');
  expect(await files.stat('C:\\ProgramData\\ASR')).toBeNull();
  expect(await files.stat(kept)).not.toBeNull();
  await files.removeTree('D:\\ASR');
  expect(await files.stat('D:\\ASR')).toBeNull();
});

test('a tree with a file another program holds open stays', async () => {
  const { files } = await practiceServer({
    files: { 'D:\\tree\\held.txt': 'x' },
    lockedFiles: ['D:\\tree\\held.txt'],
  });
  await expect(files.removeTree('D:\\tree')).rejects.toMatchObject({ code: 'EBUSY' });
});
