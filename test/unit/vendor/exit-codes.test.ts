import { expect, test } from 'vitest';
import { exitCodeReferenceSchema } from '../../../contract/reference';
import { exitCodeReference } from '../../../main/vendor/reference/exit-codes';

const codesOf = (program: string) =>
  exitCodeReference.filter((row) => row.program === program).map(({ code }) => code);

test.each([
  ['UNIFIEDSETUP.EXE', [0, 1, 2, 4, 101, 102, 103, 111, 112, 113, 115, 116, 201, 203, 3010]],
  ['csgetfingerprint.exe', [0, 4294967295]],
  [
    'CX_THIRDPARTY_SETUP.EXE',
    [
      0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 30,
      31, 32, 33, 34, 35, 36,
    ],
  ],
  [
    'UCX_SERVER_SETUP.EXE',
    [
      0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 25, 26, 27, 28, 30,
      32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46, 48, 49, 50, 51, 52, 53, 54, 55, 56,
      57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68,
    ],
  ],
  [
    'UNIFIEDAGENT.EXE',
    [
      0, 1, 2, 3, 10, 11, 13, 14, 15, 16, 17, 18, 19, 41, 42, 43, 44, 45, 47, 48, 50, 51, 52, 53,
      54, 55, 56, 57, 62, 63, 64, 65, 75, 76, 77, 78, 79, 90, 97, 98, 99, 1601, 1602, 1603, 1618,
      1619, 1620, 1625, 1638, 1641, 3010,
    ],
  ],
  [
    'UnifiedAgentConfigurator.exe',
    [
      0, 1, 2, 3, 13, 14, 16, 17, 19, 41, 43, 44, 48, 77, 78, 79, 90, 97, 98, 99, 100, 101, 102,
      103, 118, 119, 128, 129, 130, 131, 132,
    ],
  ],
  ['MARSAgentInstaller.exe', [-1, 0, 1601, 1602, 1603, 1618, 1619, 1620, 1625, 1638, 1641, 3010]],
  ['cdpcli.exe', [0, 1]],
  ['SetMarsProxy.exe', [-1, 0, 1]],
  ['cxcli.exe', [0, 1, 2, 3, 4]],
  ['msiexec.exe', [1601, 1602, 1603, 1618, 1619, 1620, 1625, 1638, 1641, 3010]],
])('the documented codes of %s are there, and no others', (program, codes) => {
  expect(codesOf(program)).toEqual(codes);
});

test('every code has all its words, in the style of this program', () => {
  const states = /^(?:The|Set-up|Restart|Somebody)\b/;
  for (const row of exitCodeReference) {
    exitCodeReferenceSchema.parse(row);
    const where = `${row.program} ${row.code}`;
    expect(row.what.startsWith("Couldn't ") || /^[A-Z]/.test(row.what), where).toBe(true);
    if (!row.what.startsWith("Couldn't ")) {
      expect(/^(?:A|An) /.test(row.what) || states.test(row.what), `${where}: ${row.what}`).toBe(
        true,
      );
    }
    for (const words of [row.what, row.meaning, row.next]) {
      expect(words, where).toMatch(/\.$/);
      expect(words, where).not.toMatch(/!|[Pp]lease|undefined|successfully/);
    }
  }
});

test('no code of a program is there twice', () => {
  const keys = exitCodeReference.map(({ program, code }) => `${program} ${code}`);
  expect(new Set(keys).size).toBe(keys.length);
});

const milestonesOf = (code: number) =>
  exitCodeReference.find((row) => row.program === 'UNIFIEDSETUP.EXE' && row.code === code)
    ?.milestones;

test.each([
  [2, ['Testing the passphrase']],
  [111, ['Installing the Microsoft Azure Recovery Services Agent']],
  [113, ['Registering with the configuration server']],
  [115, ['Setting the proxy of the agent']],
  [3010, ['Finishing']],
  [203, []],
])('the milestones of code %i are the ones at which it can come', (code, milestones) => {
  expect(milestonesOf(code)).toEqual(milestones);
});

test.each([
  [1, "Couldn't finish set-up: one of its parts failed."],
  [4, "Couldn't finish set-up: a prerequisite of its own is not met."],
  [102, 'Set-up ended, but a service does not run.'],
  [113, "Couldn't register this server with the configuration server."],
  [203, "Couldn't install over the version that is there."],
])('code %i of set-up means what it always meant', (code, what) => {
  const row = exitCodeReference.find(
    (one) => one.program === 'UNIFIEDSETUP.EXE' && one.code === code,
  );
  expect(row?.what).toBe(what);
});
