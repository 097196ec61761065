import { describe, expect, test } from 'vitest';
import { knownLeftovers } from '../../../main/vendor/leftovers';
import { removalOf } from '../../../main/vendor/removal';
import {
  innoRemovalReader,
  processServerRemovalReader,
  removingCommandReader,
  windowsInstallerRemovalReader,
} from '../../../main/vendor/uninstaller';

const ended = (code: number, log = '') => ({ code, output: '', error: '', log });

describe('msiexec /x', () => {
  test.each([0, 1605])('%i is good', (code) => {
    expect(windowsInstallerRemovalReader.judge(ended(code))).toMatchObject({
      problem: null,
      restart: false,
    });
  });

  test.each([3010, 1641])('%i asks for a restart', (code) => {
    expect(windowsInstallerRemovalReader.judge(ended(code))).toMatchObject({
      problem: null,
      restart: true,
    });
  });

  test('1618 is told as busy, an unknown code as itself', () => {
    expect(windowsInstallerRemovalReader.judge(ended(1618)).problem?.what).toContain('is busy');
    expect(windowsInstallerRemovalReader.judge(ended(1699)).problem?.code).toBe('1699');
  });
});

describe('uninstallers of Inno Setup', () => {
  test('only 0 is good; everything else is a refusal', () => {
    expect(innoRemovalReader.judge(ended(0)).problem).toBeNull();
    expect(innoRemovalReader.judge(ended(1)).problem?.what).toContain('refused');
    expect(innoRemovalReader.judge(ended(5)).problem?.code).toBe('5');
  });

  test.each([
    ['Process Server is successfully unregistered from the Configuration Server.', 'yes'],
    // Only a box says this in the version that is known; it must not pass where a log does.
    ['Process Server could not be successfully unregistered from the Configuration Server.', 'no'],
    ['Uninstallation started.', 'no'],
    ['', 'no'],
  ])('"%s" means unregistered: %s', (log, unregistered) => {
    expect(processServerRemovalReader.judge(ended(0, log)).facts).toEqual({ unregistered });
  });

  test('a command that refused is a failure', () => {
    expect(removingCommandReader.judge(ended(0)).problem).toBeNull();
    expect(
      removingCommandReader.judge({ ...ended(5), output: 'Access is denied.' }).problem,
    ).toMatchObject({ code: '5', toolWords: ['Access is denied.'] });
  });
});

describe('how parts are removed', () => {
  const places = { system32: 'C:\\Windows\\System32', uninstaller: null };

  test('nothing restarts Windows or asks', () => {
    const own = { ...places, uninstaller: 'D:\\ASR\\home\\svsystems\\unins000.exe' };
    for (const part of ['processServer', 'dependencies'] as const) {
      expect(removalOf(part, own).args).toEqual(['/VERYSILENT', '/SUPPRESSMSGBOXES', '/NORESTART']);
    }
    for (const part of ['masterTarget', 'agent'] as const) {
      expect(removalOf(part, places).args).toEqual(expect.arrayContaining(['/qn', '/norestart']));
    }
    expect(removalOf('processServer', own).file).toBe(own.uninstaller);
  });
});

test('leftovers have whole names, each once, and none that others use', () => {
  const names = knownLeftovers.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(knownLeftovers.map(({ id }) => id)).size).toBe(knownLeftovers.length);
  for (const { kind, name } of knownLeftovers) {
    expect(name).not.toMatch(/[*?|]/);
    if (kind === 'folder')
      expect(name).toMatch(/^C:\\(Program|ProgramData).*\\(Microsoft Azure|ASR|LogUpload)/);
    if (kind === 'key') expect(name.split('\\').length).toBeGreaterThanOrEqual(4);
  }
});
