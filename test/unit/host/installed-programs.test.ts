import { expect, test, vi } from 'vitest';
import { readingsOf, splitArguments } from '../../../main/host/command-line';
import { createInstalledPrograms } from '../../../main/host/installed-programs';
import type { ServerClock } from '../../../main/host/ports';
import { parseRegFile } from '../../../main/host/reg-file';
import type { RegistryView } from '../../../main/host/registry';

const UNINSTALL = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const CODE = '{FFE6D16C-3F87-4192-AF94-DDBEFF165106}';

type Keys = Record<string, Record<string, string>>;

/** A registry of uninstall keys, values as an export writes them, and the files there are. */
function bench(content: Partial<Record<RegistryView, Keys>>, there: readonly string[] = []) {
  const keys = { '32': { ...content['32'] }, '64': { ...content['64'] } };
  const paths = new Map(there.map((path) => [path.toLowerCase(), path.endsWith('\\')]));
  const programs = createInstalledPrograms(
    {
      async read(view, key) {
        const lines = Object.entries(keys[view]).flatMap(([name, values]) => [
          `[${UNINSTALL}\\${name}]`,
          ...Object.entries(values).map(([value, data]) => `"${value}"=${data}`),
        ]);
        const tree = [...parseRegFile(lines.join('\r\n'))];
        return new Map(tree.filter(([name]) => name.startsWith(key.toLowerCase())));
      },
    },
    {
      async stat(path) {
        const isFolder = paths.get(`${path}\\`.toLowerCase()) ?? paths.get(path.toLowerCase());
        return isFolder === undefined ? null : { isFolder, size: 0, modified: '' };
      },
    },
  );
  return { programs, keys, paths };
}

const text = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;

const own = {
  DisplayName: text('A product'),
  DisplayVersion: text('9.65.7320.1'),
  Publisher: text('Somebody'),
  InstallLocation: text('D:\\ASR\\'),
  UninstallString: text('"D:\\ASR\\unins000.exe" /A "b c"'),
};

test('lists what both views hold, the 32-bit one first', async () => {
  const { programs } = bench({
    '64': { [CODE]: { DisplayName: text('In 64'), WindowsInstaller: 'dword:00000001' } },
    '32': { 'One/two_is1': own },
  });
  expect(await programs.list()).toEqual([
    {
      view: '32',
      key: `${UNINSTALL}\\One/two_is1`.toLowerCase(),
      displayName: 'A product',
      displayVersion: '9.65.7320.1',
      publisher: 'Somebody',
      installFolder: 'D:\\ASR',
      uninstallCommand: { file: 'D:\\ASR\\unins000.exe', args: ['/A', 'b c'] },
      productCode: null,
    },
    {
      view: '64',
      key: `${UNINSTALL}\\${CODE}`.toLowerCase(),
      displayName: 'In 64',
      displayVersion: '',
      publisher: null,
      installFolder: null,
      uninstallCommand: null,
      productCode: CODE,
    },
  ]);
});

test('passes over entries without a name and what lies below an entry', async () => {
  const { programs } = bench({
    '32': {
      Nameless: { DisplayVersion: text('1') },
      'Nameless\\Below': own,
      Empty: { DisplayName: text('') },
    },
  });
  expect(await programs.list()).toEqual([]);
});

test('a product code needs Windows Installer to look after it, and the whole name of the key', async () => {
  const { programs } = bench({
    '32': {
      [CODE]: own,
      [`${CODE}_is1`]: { ...own, WindowsInstaller: 'dword:00000001' },
      [`x/${CODE}`]: { ...own, WindowsInstaller: 'dword:00000001' },
    },
  });
  expect((await programs.list()).map(({ productCode }) => productCode)).toEqual([null, null, null]);
});

test('a command without quotes is read as Windows reads it: the first file that is there', async () => {
  const UninstallString = text('C:\\Program Files\\A b\\remove /S C:\\x y');
  const there = bench({ '32': { A: { ...own, UninstallString } } }, [
    'C:\\Program Files\\A b\\remove.exe',
  ]);
  expect((await there.programs.list())[0]?.uninstallCommand).toEqual({
    file: 'C:\\Program Files\\A b\\remove.exe',
    args: ['/S', 'C:\\x', 'y'],
  });
  const earlier = bench({ '32': { A: { ...own, UninstallString } } }, ['C:\\Program.exe']);
  expect((await earlier.programs.list())[0]?.uninstallCommand?.file).toBe('C:\\Program.exe');
});

test('a program named without its folder ends at the first blank', async () => {
  const UninstallString = text(`MsiExec.exe /X${CODE}`);
  const { programs } = bench({ '64': { [CODE]: { ...own, UninstallString } } });
  expect((await programs.list())[0]?.uninstallCommand).toEqual({
    file: 'MsiExec.exe',
    args: [`/X${CODE}`],
  });
});

test('tells what is left of a program, and nothing once all is gone', async () => {
  const { programs, keys, paths } = bench({ '32': { A: own } }, [
    'D:\\ASR\\',
    'D:\\ASR\\unins000.exe',
  ]);
  const [program] = await programs.list();
  if (!program) throw new Error('not listed');
  const left = async () => (await programs.leftOf(program)).map(({ what, name }) => [what, name]);
  const folder = ['folder', 'D:\\ASR'];
  const uninstaller = ['uninstaller', 'D:\\ASR\\unins000.exe'];
  expect(await left()).toEqual([['key', program.key], uninstaller, folder]);
  delete keys['32'].A;
  expect(await left()).toEqual([uninstaller, folder]);
  paths.delete('d:\\asr\\unins000.exe');
  expect(await left()).toEqual([folder]);
  paths.clear();
  expect(await left()).toEqual([]);
});

test('the same key in the other view is not what is left', async () => {
  const { programs, keys } = bench({ '32': { A: own }, '64': { A: own } });
  const [program] = await programs.list();
  if (!program) throw new Error('not listed');
  delete keys['32'].A;
  expect(await programs.leftOf(program)).toEqual([]);
});

test.each(['C:\\Windows\\System32\\msiexec.exe', 'C:\\Windows\\SysWOW64\\rundll32.exe'])(
  '%s is not left behind by a program that used it',
  async (tool) => {
    const UninstallString = text(`"${tool}" /x`);
    const { programs } = bench({ '32': { A: { ...own, UninstallString } } }, [tool]);
    const [program] = await programs.list();
    if (!program) throw new Error('not listed');
    expect((await programs.leftOf(program)).map(({ what }) => what)).toEqual(['key']);
  },
);

/** A clock whose seconds pass when somebody sleeps; `at` is called with the seconds so far. */
function clockThat(at: (seconds: number) => void): ServerClock {
  let milliseconds = 0;
  return {
    now: () => new Date(milliseconds),
    async sleep(seconds) {
      milliseconds += seconds * 1000;
      at(milliseconds / 1000);
    },
  };
}

test('waits for an uninstaller that returned before its work was done', async () => {
  const { programs, paths } = bench({}, ['D:\\ASR\\', 'D:\\ASR\\unins000.exe']);
  const program = {
    ...({
      view: '32',
      key: 'gone',
      displayName: 'A',
      displayVersion: '',
      publisher: null,
    } as const),
    installFolder: 'D:\\ASR',
    uninstallCommand: { file: 'D:\\ASR\\unins000.exe', args: [] },
    productCode: null,
  };
  const clock = clockThat((seconds) => {
    if (seconds === 2) paths.delete('d:\\asr\\unins000.exe');
    if (seconds === 4) paths.clear();
  });
  expect(await programs.waitUntilGone(program, clock, 60)).toEqual([]);
  expect(clock.now().getTime()).toBe(4000);
});

test('stops waiting when the seconds are over and tells what stayed', async () => {
  const { programs } = bench({ '32': { A: own } }, ['D:\\ASR\\']);
  const [program] = await programs.list();
  if (!program) throw new Error('not listed');
  const left = await programs.waitUntilGone(
    program,
    clockThat(() => undefined),
    3,
  );
  expect(left.map(({ what }) => what)).toEqual(['key', 'folder']);
});

// The examples of Microsoft's own page.
test.each([
  ['"a b c" d e', ['a b c', 'd', 'e']],
  ['"ab\\"c" "\\\\" d', ['ab"c', '\\', 'd']],
  ['a\\\\\\b d"e f"g h', ['a\\\\\\b', 'de fg', 'h']],
  ['a\\\\\\"b c d', ['a\\"b', 'c', 'd']],
  ['a\\\\\\\\"b c" d e', ['a\\\\b c', 'd', 'e']],
  ['a"b"" c d', ['ab" c d']],
  ['  "" x', ['', 'x']],
  ['', []],
])('splits %j as the C runtime does', (line, args) => {
  expect(splitArguments(line)).toEqual(args);
});

test('a quoted program is read in one way only', () => {
  expect(readingsOf(' "C:\\a b\\c.exe" /x')).toEqual([{ file: 'C:\\a b\\c.exe', args: ['/x'] }]);
});

test('a drive that is not ready keeps nobody from listing the others', async () => {
  const odd = { DisplayName: text('On a disc'), UninstallString: text('E:\\set up.exe /remove') };
  const tree = parseRegFile(
    `[${UNINSTALL}\\One]\r\n"DisplayName"=${odd.DisplayName}\r\n"UninstallString"=${odd.UninstallString}`,
  );
  const programs = createInstalledPrograms(
    { read: async (view) => (view === '64' ? tree : new Map()) },
    {
      stat: async () => {
        throw Object.assign(new Error('the device is not ready'), { code: 'UNKNOWN' });
      },
    },
  );
  expect((await programs.list()).map(({ displayName }) => displayName)).toEqual(['On a disc']);
});

test.each([
  ['%PSM_TEST_FILES%\\X', 'C:\\Files\\X'],
  ['C:\\Program Files', null],
  ['D:\\', null],
  ['relative\\folder', null],
  ['%NOT_SET%\\X', null],
])('an install location "%s" is looked for at %s', async (location, folder) => {
  vi.stubEnv('PSM_TEST_FILES', 'C:\\Files');
  const { programs } = bench({ '64': { One: { ...own, InstallLocation: text(location) } } });
  expect((await programs.list())[0]?.installFolder).toBe(folder);
  vi.unstubAllEnvs();
});
