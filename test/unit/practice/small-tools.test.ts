import { describe, expect, test } from 'vitest';
import { readCdpcliArguments } from '../../../practice/vendor-behaviour/cdpcli';
import { readFingerprintArguments } from '../../../practice/vendor-behaviour/csgetfingerprint';
import { readConfigToolArguments } from '../../../practice/vendor-behaviour/cspsconfigtool';
import { readPassphraseArguments } from '../../../practice/vendor-behaviour/genpassphrase';

describe('cdpcli', () => {
  const exit = (...argv: string[]) => readCdpcliArguments(argv).exit;

  test('takes the operation in any case, as the first argument only', () => {
    expect(readCdpcliArguments(['--REGISTERMT'])).toMatchObject({
      exit: 0,
      operation: 'registermt',
    });
    expect(exit('--loglevel=4', '--registermt')).toBe(1);
    expect(exit('--register')).toBe(1);
    expect(exit()).toBe(1);
    expect(exit('--constructor')).toBe(1);
  });

  test('takes a value behind an equals sign only, with blanks trimmed', () => {
    expect(exit('--registermt', '--loglevel=3')).toBe(0);
    expect(exit('--registermt', '--loglevel= 1')).toBe(0);
    expect(readCdpcliArguments(['--registermt', '--loglevel', '5']).messages[0]).toBe(
      'syntax error near: loglevel 5 ',
    );
    expect(exit('--registermt', '--loglevel =3')).toBe(1);
    expect(exit('--registermt', '--LOGLEVEL=3')).toBe(1);
  });

  test('takes a log file with an equals sign in its name', () => {
    expect(readCdpcliArguments(['--registermt', '--logpath=a=b.log']).options).toEqual({
      logpath: 'a=b.log',
    });
    expect(exit('--registermt', '--logpath=')).toBe(1);
  });

  test('refuses what has no two dashes, wherever it stands', () => {
    expect(readCdpcliArguments(['--registermt', '-v', '--loglevel=3']).messages).toEqual([
      'Invalid option:  -v ',
    ]);
    expect(exit('--registermt', '')).toBe(1);
    expect(exit('--hide', 'D:')).toBe(0);
  });

  test('reads the log level as 64 bits and cuts it to 32', () => {
    for (const level of ['0', '7', '07', '+5', '-0', '4294967297']) {
      expect(exit('--registermt', `--loglevel=${level}`)).toBe(0);
    }
    for (const level of ['8', '-1', '99999999999', '18446744073709551616', '3.0', 'x']) {
      expect(exit('--registermt', `--loglevel=${level}`)).toBe(1);
    }
    expect(readCdpcliArguments(['--registermt', '--loglevel= 99999999999']).messages[0]).toContain(
      '1215752191',
    );
  });

  test('refuses an option given twice and one of another operation', () => {
    expect(exit('--registermt', '--loglevel=1', '--loglevel=2')).toBe(1);
    expect(exit('--registermt', '--verbose')).toBe(1);
    expect(exit('--showsummary', '--verbose')).toBe(0);
    expect(exit('--recover', '--registermt')).toBe(1);
  });

  test('wants the retention database to be there', () => {
    const argv = ['--validate', '--db=D:\\x'];
    expect(readCdpcliArguments(argv).exit).toBe(1);
    expect(readCdpcliArguments(argv, (path) => path === 'D:\\x').exit).toBe(0);
  });

  test('wants the server to ask when it asks another one', () => {
    expect(exit('--showreplicationpairs', '--custom')).toBe(1);
    expect(exit('--showreplicationpairs', '--custom', '--ip=1', '--port=2', '--hostid=3')).toBe(0);
  });
});

describe('cspsconfigtool', () => {
  const accepted = (...argv: string[]) => readConfigToolArguments(argv).parserAccepted;

  test('knows one option, in any case, and ignores what has no dash', () => {
    expect(accepted('-enableinstallermode')).toBe(true);
    expect(accepted('/x', '/y', 'foo')).toBe(true);
    expect(accepted('-x')).toBe(false);
  });

  test('passes over the token behind an option, even another option', () => {
    expect(accepted('-EnableInstallerMode', '-foo')).toBe(true);
    expect(accepted('-EnableInstallerMode', '-foo', '-bar')).toBe(false);
    expect(readConfigToolArguments(['-foo', 'bar']).options).toEqual({ '-foo': 'bar' });
  });
});

describe('csgetfingerprint', () => {
  test('needs an address and a port', () => {
    expect(readFingerprintArguments(['-i', '10.1.1.1', '-p', '443']).parserAccepted).toBe(true);
    expect(readFingerprintArguments(['-i', '10.1.1.1']).messages).toEqual([
      '*** -p option required',
    ]);
  });

  test('looks at the letter behind the dash only', () => {
    expect(readFingerprintArguments(['-input', 'x', '-port', '1']).options).toEqual({
      i: 'x',
      p: '1',
    });
    for (const token of ['-x', '-', '--i', 'x', '-h']) {
      expect(readFingerprintArguments(['-i', 'a', '-p', '1', token]).parserAccepted).toBe(false);
    }
  });

  test('a value must not begin with a dash', () => {
    expect(readFingerprintArguments(['-i', '-p', '443']).parserAccepted).toBe(false);
  });
});

describe('genpassphrase', () => {
  const stored = 'C:\\ProgramData\\Microsoft Azure Site Recovery\\private\\connection.passphrase';
  const asked = (...argv: string[]) => readPassphraseArguments(argv, (path) => path === stored);

  test('-v shows the passphrase and succeeds, -n shows it and fails', () => {
    expect(asked('-v')).toMatchObject({ action: 'view', exit: 0, file: stored });
    expect(asked('-n')).toMatchObject({ action: 'display', exit: 255 });
  });

  test('a passphrase that is there is replaced with -b or -o only', () => {
    expect(asked()).toMatchObject({ action: 'refuse', exit: 255 });
    expect(asked('-o')).toMatchObject({ action: 'write', exit: 0 });
    expect(asked('-b', '-p', 'short')).toMatchObject({ action: 'write', exit: 0 });
    expect(asked('-d', 'D:\\x\\')).toMatchObject({ file: 'D:\\x\\connection.passphrase', exit: 0 });
  });

  test('a length is at least 16, and 32 for a key; zero is the usual one', () => {
    expect(asked('-o', '-l', '15').exit).toBe(255);
    expect(asked('-o', '-l', '16').exit).toBe(0);
    expect(asked('-k', '-l', '31').exit).toBe(255);
    expect(asked('-k', '-l', '32').exit).toBe(0);
    expect(asked('-o', '-l', '0').exit).toBe(0);
    expect(asked('-v', '-l', '5').action).toBe('usage');
  });

  test('anything it doesn’t know, and help, end with -1', () => {
    for (const argv of [['-x'], ['-h'], ['--help'], ['x'], ['-l'], ['-l', 'abc'], ['-p', '-o']]) {
      expect(asked(...argv)).toMatchObject({ action: 'usage', exit: 255 });
    }
  });
});
