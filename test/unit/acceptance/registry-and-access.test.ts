import { describe, expect, test } from 'vitest';
import { accessWord, maskOfRights, parseSavedAccess } from '../../acceptance/sources/access';
import { parseRegQuery, queriedNumber } from '../../acceptance/sources/reg-query';

describe('reg query', () => {
  const text = [
    '',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Some Key',
    '    (Default)    REG_SZ    the default',
    '    ProductName    REG_SZ    Windows Server 2025 Datacenter',
    '    Empty    REG_SZ    ',
    '    No data at all    REG_BINARY',
    '    Path    REG_EXPAND_SZ    %SystemRoot%\\system32;C:\\a    b',
    '    List    REG_MULTI_SZ    one\\0two',
    '    InstallTime    REG_QWORD    0x1dc5a0b1c2d3e4f',
    '    UBR    REG_DWORD    0x1078',
    '',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Some Key\\Sub',
    '',
  ].join('\r\n');
  const values = parseRegQuery(text).get('hkey_local_machine\\software\\some key') ?? [];
  const value = (name: string) => values.find((one) => one.name === name);

  test('values of every type, the default one without a name', () => {
    expect(values).toHaveLength(8);
    expect(value('')).toEqual({ name: '', type: 'REG_SZ', data: 'the default' });
    expect(value('Path')?.data).toBe('%SystemRoot%\\system32;C:\\a    b');
    expect(value('List')?.data).toBe('one\\0two');
    expect(value('Empty')?.data).toBe('');
    expect(value('No data at all')?.data).toBe('');
  });
  test('a number of any width in decimal', () => {
    expect(queriedNumber(value('UBR')?.data ?? '')).toBe('4216');
    expect(queriedNumber('0xffffffffffffffff')).toBe('18446744073709551615');
  });
  test('a key below has values of its own', () => {
    expect(parseRegQuery(text).get('hkey_local_machine\\software\\some key\\sub')).toEqual([]);
  });
});

describe('who may use a folder', () => {
  test('a protected list of two, as our own folder has it', () => {
    const saved = parseSavedAccess(
      'ProcessServerManager\r\nD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)\r\n',
    );
    expect(saved?.protected).toBe(true);
    expect(saved?.access.map(accessWord)).toEqual([
      'S-1-5-18:allow:0x1f01ff',
      'S-1-5-32-544:allow:0x1f01ff',
    ]);
  });
  test('an inherited list with what is only for folders below', () => {
    const text =
      'ProgramData\r\nD:AI(D;;WD;;;BG)(A;OICIID;0x1200a9;;;BU)(A;OICIIOID;GA;;;CO)(A;ID;FA;;;S-1-5-21-1-2-3-500)\r\n';
    const saved = parseSavedAccess(text);
    expect(saved?.protected).toBe(false);
    expect(saved?.access.map(accessWord)).toEqual([
      'S-1-5-32-546:deny:0x40000',
      'S-1-5-32-545:allow:0x1200a9:inherited',
      'S-1-3-0:allow:0x10000000:inherited',
      'S-1-5-21-1-2-3-500:allow:0x1f01ff:inherited',
    ]);
  });
  test('rights as .NET words them come to the same mask', () => {
    expect(maskOfRights('FullControl')).toBe(0x1f01ff);
    expect(maskOfRights('ReadAndExecute, Synchronize')).toBe(0x1200a9);
    expect(maskOfRights('Modify, Synchronize')).toBe(0x1301bf);
    expect(maskOfRights('Write')).toBe(0x116);
    expect(maskOfRights('268435456')).toBe(0x10000000);
    expect(maskOfRights('-1610612736')).toBe(0xa0000000);
  });
  test('nothing saved is no list', () => {
    expect(parseSavedAccess('')).toBeNull();
  });
});
