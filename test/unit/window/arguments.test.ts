import { describe, expect, it } from 'vitest';
import { programArguments } from '../../../main/window/arguments';

describe('the program arguments', () => {
  it('are practice on anything but Windows', () => {
    expect(programArguments([], 'linux').mode).toBe('practice');
    expect(programArguments([], 'win32').mode).toBe('real');
    expect(programArguments(['--practice'], 'win32').mode).toBe('practice');
  });

  it('are found among those of Electron and Chromium', () => {
    const argv = ['--no-sandbox', '.', '--scenario', 'exit-4', '--inspect=0', '--time-factor=max'];
    expect(programArguments(argv, 'linux')).toEqual({
      mode: 'practice',
      scenario: 'exit-4',
      timeFactor: Number.POSITIVE_INFINITY,
      executables: false,
      theme: null,
    });
  });

  it('that make no sense are left out', () => {
    const argv = ['--time-factor', '-3', '--theme', 'pink', '--scenario', ''];
    expect(programArguments(argv, 'win32')).toEqual({
      mode: 'real',
      executables: false,
      theme: null,
    });
  });
});
