import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { canRun, findPowerShells } from '../../../scripts/lib/powershell-suite/find.mjs';
import { testPowerShell } from '../../../scripts/lib/powershell-suite/main.mjs';
import { runSuite } from '../../../scripts/lib/powershell-suite/run.mjs';
import { cleanEnvironment, withPrelude } from '../../../scripts/lib/powershell-suite/start.mjs';
import { asciiJson, scriptArguments } from '../../powershell';
import { exactly, type Needs, NotHere, type ScriptCase } from '../../powershell/case';

const windows = {
  SystemRoot: 'D:\\Windows',
  ProgramFiles: 'D:\\Program Files',
};
const desktop = 'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const core = 'D:\\Program Files\\PowerShell\\7\\pwsh.exe';
const only = (...paths: string[]) => paths.includes.bind(paths);

describe('PowerShells are found', () => {
  test('of both kinds on Windows', () => {
    expect(
      findPowerShells({ platform: 'win32', env: windows, exists: only(desktop, core) }),
    ).toEqual([
      { path: desktop, kind: 'desktop' },
      { path: core, kind: 'core' },
    ]);
  });

  test('in the usual places elsewhere', () => {
    const usual = ['/usr/bin/pwsh', '/opt/microsoft/powershell/7/pwsh', '/usr/local/bin/pwsh'];
    const found = findPowerShells({ platform: 'linux', env: {}, exists: only(...usual) });
    expect(found.map(({ path }) => path)).toEqual(usual);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['core']));
  });

  test('where PSM_PWSH says, once and first', () => {
    const env = { PSM_PWSH: '/usr/local/bin/pwsh' };
    const exists = only('/usr/bin/pwsh', '/usr/local/bin/pwsh');
    const found = findPowerShells({ platform: 'linux', env, exists });
    expect(found.map(({ path }) => path)).toEqual(['/usr/local/bin/pwsh', '/usr/bin/pwsh']);
  });

  test.each(['pwsh', './pwsh', ''])('not where PSM_PWSH says %j', (PSM_PWSH) => {
    expect(
      findPowerShells({ platform: 'linux', env: { PSM_PWSH }, exists: only(PSM_PWSH) }),
    ).toEqual([]);
  });

  test('nowhere when there is none', () => {
    expect(findPowerShells({ platform: 'linux', env: {}, exists: () => false })).toEqual([]);
  });
});

test.each<[Needs, 'desktop' | 'core', NodeJS.Platform, boolean]>([
  ['any', 'core', 'linux', true],
  ['windows', 'core', 'linux', false],
  ['windows', 'core', 'win32', true],
  ['windows', 'desktop', 'win32', true],
  ['desktop', 'core', 'win32', false],
  ['desktop', 'desktop', 'win32', true],
])('a case that needs %s on %s PowerShell of %s runs: %s', (needs, kind, platform, runs) => {
  expect(canRun(needs, { path: '', kind }, platform)).toBe(runs);
});

test('a mock is defined before the script in the way the program starts it', () => {
  const args = scriptArguments(['C:\\a.ps1']);
  const mocked = withPrelude(args, "C:\\it's\\mock.ps1");
  expect(mocked.slice(0, -1)).toEqual(args.slice(0, -1));
  expect(mocked.at(-1)).toBe(
    `. ([ScriptBlock]::Create([IO.File]::ReadAllText('C:\\it''s\\mock.ps1'))); ${args.at(-1)}`,
  );
  expect(withPrelude(args, null)).toEqual(args);
});

test('the modules of another PowerShell and the mocks of another run are not handed on', () => {
  const found = cleanEnvironment(
    { PSM_MOCK_FAILS: 'throw' },
    { PATH: '/bin', psmodulepath: 'x', PSM_MOCK_RECORD: 'x' },
  );
  expect(found).toMatchObject({ PATH: '/bin', PSM_MOCK_FAILS: 'throw' });
  expect(Object.keys(found)).not.toContain('psmodulepath');
  expect(Object.keys(found)).not.toContain('PSM_MOCK_RECORD');
});

describe('the suite', () => {
  /** Node plays PowerShell: it is given what to print in place of a script. */
  const node = { path: process.execPath, kind: 'core' as const };
  const stop = vi.fn(async () => undefined);
  const servers = {
    ...{ https: 0, openProxy: 0, basicProxy: 0, windowsProxy: 0, closed: 0 },
    tunnels: () => [],
    stop,
  };
  const good = { kind: 'result', ok: true, value: 1 };
  const suiteOf = (cases: ScriptCase[], code: string) => ({
    cases,
    asciiJson,
    scriptArguments: () => ['-e', code],
    startServers: async () => servers,
  });
  const caseNamed = (name: string, more: Partial<ScriptCase> = {}): ScriptCase => ({
    name,
    scripts: ['read-load'],
    needs: 'any',
    given: () => ({ lines: [{ a: '\u00e4' }] }),
    expected: [exactly(good)],
    ...more,
  });
  const prints = `process.stdin.once('data', () => console.log('${JSON.stringify(good)}'))`;
  let lines: string[] = [];
  const print = (line: string) => void lines.push(line);

  beforeEach(() => {
    lines = [];
    stop.mockClear();
  });

  test('tells each case by a line, with what is wrong, and stops its servers', async () => {
    const wrong = caseNamed('b', { expected: [exactly({ ...good, value: 2 })] });
    const needy = caseNamed('c', { needs: 'desktop' });
    const result = await runSuite([node], suiteOf([caseNamed('a'), wrong, needy], prints), {
      print,
    });
    expect(result).toEqual({ passed: 1, failed: 1 });
    expect(lines.slice(0, 4)).toEqual(['1..3', `# ${node.path}`, 'ok 1 - a', 'not ok 2 - b']);
    expect(lines[4]).toBe(`  # read-load answered ${JSON.stringify(good)}`);
    expect(lines.at(-1)).toBe('ok 3 - c # SKIP needs Windows PowerShell 5.1');
    expect(stop).toHaveBeenCalledOnce();
  });

  test('runs all cases on each PowerShell', async () => {
    const suite = suiteOf([caseNamed('a')], prints);
    expect(await runSuite([node, node], suite, { print })).toEqual({ passed: 2, failed: 0 });
    expect(lines[0]).toBe('1..2');
  });

  test('runs the cases with the words only', async () => {
    const suite = suiteOf([caseNamed('one: a b'), caseNamed('two')], prints);
    expect(await runSuite([node], suite, { print, words: 'a b' })).toEqual({
      passed: 1,
      failed: 0,
    });
  });

  test('hands the line over as ASCII and removes the folder of the case', async () => {
    let folder = '';
    const echo = `process.stdin.once('data', (line) =>
      console.log(JSON.stringify({ kind: 'result', cwd: process.cwd(), line: String(line) })))`;
    const one = caseNamed('a', {
      given: (place) => {
        folder = place.folder;
        return { lines: [{ a: '\u00e4' }] };
      },
      expected: [exactly({ kind: 'result', cwd: '', line: '{"a":"\\u00e4"}\n' })],
    });
    await runSuite([node], suiteOf([one], echo), { print });
    expect(lines.join('\n')).toContain(JSON.stringify('{"a":"\\u00e4"}\n'));
    expect(lines.filter((line) => /: Not/.test(line))).toEqual(['  #   cwd: Not ""']);
    expect(folder).not.toBe('');
    expect(existsSync(folder)).toBe(false);
  });

  test('fails a case whose look afterwards finds something', async () => {
    const one = caseNamed('a', {
      afterwards() {
        throw new Error('No such file was made.');
      },
    });
    expect(await runSuite([node], suiteOf([one], prints), { print })).toMatchObject({ failed: 1 });
    expect(lines.join('\n')).toContain('No such file was made.');
  });

  test('passes over a case that this computer can not show, and says what it needs', async () => {
    const one = caseNamed('a', {
      given() {
        throw new NotHere('needs an administrator');
      },
    });
    const result = await runSuite([node], suiteOf([one], prints), { print });
    expect(result).toEqual({ passed: 0, failed: 0 });
    expect(lines.at(-1)).toBe('ok 1 - a # SKIP needs an administrator');
  });

  test('removes what a case made elsewhere, however it ends', async () => {
    const cleanUp = vi.fn(async () => undefined);
    const one = caseNamed('a', {
      given: () => ({ lines: [{}], cleanUp }),
      expected: [exactly('something else')],
    });
    expect(await runSuite([node], suiteOf([one], prints), { print })).toMatchObject({ failed: 1 });
    expect(cleanUp).toHaveBeenCalledOnce();
  });

  test('fails a case whose PowerShell can not be started, and goes on', async () => {
    const nowhere = { path: '/nowhere/pwsh', kind: 'core' as const };
    const suite = suiteOf([caseNamed('a')], prints);
    expect(await runSuite([nowhere, node], suite, { print })).toEqual({ passed: 1, failed: 1 });
  });

  test.each([
    [[], 0, 'not run: no PowerShell in the usual places or on the path; PSM_PWSH can name one'],
    [[node], 0, '1 passed, 0 failed'],
  ])('ends with what passed and failed: %#', async (powerShells, code, last) => {
    const read = vi.fn(async () => suiteOf([caseNamed('a')], prints));
    expect(await testPowerShell([], { powerShells, print, read })).toBe(code);
    expect(lines.at(-1)).toBe(last);
    if (powerShells.length === 0) {
      expect(lines).toHaveLength(1);
      expect(read).not.toHaveBeenCalled();
    }
  });

  test('fails when a case fails, or when no case was meant', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const options = { powerShells: [node], print };
    const fails = async () => suiteOf([caseNamed('a')], 'process.exit(3)');
    expect(await testPowerShell([], { ...options, read: fails })).toBe(1);
    expect(lines.join('\n')).toContain('It ended with 3.');
    expect(await testPowerShell(['other', 'words'], { ...options, read: fails })).toBe(1);
    expect(lines.at(-1)).toBe('0 passed, 0 failed');
  });
});
