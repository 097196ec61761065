import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  joinCommandLine,
  quoteArgument,
  splitCommandLine,
} from '../../../practice/vendor-behaviour/windows-argv';

describe('splitting a command line', () => {
  test('a text after the quoted program name belongs to the name', () => {
    expect(splitCommandLine('"UNIFIEDSETUP.EXE"/AcceptThirdpartyEULA /ServerMode PS')).toEqual([
      'UNIFIEDSETUP.EXE/AcceptThirdpartyEULA',
      '/ServerMode',
      'PS',
    ]);
  });

  test('backslashes in the program name are only backslashes', () => {
    expect(splitCommandLine('"C:\\Set up\\" /?')).toEqual(['C:\\Set up\\', '/?']);
  });

  test('a path with a blank and no quotes falls apart', () => {
    expect(splitCommandLine('C:\\Program Files\\UNIFIEDSETUP.EXE /Upgrade')).toEqual([
      'C:\\Program',
      'Files\\UNIFIEDSETUP.EXE',
      '/Upgrade',
    ]);
  });

  test('a backslash before the closing quote swallows the rest of the line', () => {
    const [, , location] = splitCommandLine('x /InstallLocation "D:\\x\\y\\"   /PSIP "10.1.1.1"');
    expect(location).toBe('D:\\x\\y"   /PSIP 10.1.1.1');
  });

  test('two backslashes before the closing quote are one', () => {
    expect(splitCommandLine('x "D:\\ASR\\\\"')).toEqual(['x', 'D:\\ASR\\']);
  });

  test('quotes may stand in the middle of an argument', () => {
    expect(splitCommandLine('x /EnvType"NonVMWare" "D:\\ASR"x')).toEqual([
      'x',
      '/EnvTypeNonVMWare',
      'D:\\ASRx',
    ]);
  });

  test('two quotes inside quotes are one quote, and the quotes stay open', () => {
    expect(splitCommandLine('x "a""b c" d')).toEqual(['x', 'a"b c', 'd']);
  });

  test('two quotes alone are an empty argument', () => {
    expect(splitCommandLine('x "" y')).toEqual(['x', '', 'y']);
  });

  test('only blank and tab separate', () => {
    expect(splitCommandLine('x\ta\t b\u3000c\u00a0d\ne ')).toEqual([
      'x',
      'a',
      'b\u3000c\u00a0d\ne',
    ]);
  });

  test('a quote that is never closed is closed by the end', () => {
    expect(splitCommandLine('x C:\\in\\Passphrase.txt"')).toEqual(['x', 'C:\\in\\Passphrase.txt']);
  });

  test('an empty line is a program without a name', () => {
    expect(splitCommandLine('')).toEqual(['']);
    expect(splitCommandLine('""')).toEqual(['']);
  });
});

describe('joining a command line', () => {
  test('quotes are used where they are needed only', () => {
    expect(
      joinCommandLine(['UNIFIEDSETUP.EXE', '/ServerMode', 'PS', 'D:\\A S R\\', '', 'a"b']),
    ).toBe('UNIFIEDSETUP.EXE /ServerMode PS "D:\\A S R\\\\" "" "a\\"b"');
  });

  test('a plain path needs no quotes, even with a backslash at its end', () => {
    expect(quoteArgument('D:\\ASR\\')).toBe('D:\\ASR\\');
  });

  test('splitting gives back what was joined', () => {
    const letters = fc.constantFrom('"', '\\', ' ', '\t', '/', 'a', 'é', '\n', '日', '\u{1f600}');
    const argument = fc.oneof(fc.string(), fc.string({ unit: letters }));
    const program = fc.string({ unit: fc.constantFrom('a', ' ', '\\', ':', '.') });
    fc.assert(
      fc.property(program, fc.array(argument), (name, args) => {
        const argv = [name, ...args];
        expect(splitCommandLine(joinCommandLine(argv))).toEqual(argv);
      }),
      { numRuns: 1000 },
    );
  });

  test('splitting never fails and always gives a program name', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(splitCommandLine(line).length).toBeGreaterThan(0);
      }),
    );
  });
});
