import { expect, test } from 'vitest';
import { numberValue, textValue } from '../../../contract/registry-value';
import { parseRegFile, subKeys } from '../../../main/host/reg-file';

const file = (...lines: string[]) =>
  ['Windows Registry Editor Version 5.00', '', ...lines].join('\r\n');

test('values of every type are read', () => {
  const tree = parseRegFile(
    file(
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Test]',
      '@="default"',
      '"Text"="D:\\\\ASR \\"quoted\\""',
      '"Number"=dword:000024e3',
      '"Long"=hex(b):00,00,00,00,01,00,00,00',
      '"Folder"=hex(2):25,00,41,00,25,00,00,00',
      '"List"=hex(7):61,00,00,00,62,00,00,00,00,00',
      '"Bytes"=hex:0a,ff',
    ),
  );
  const values = tree.get('hkey_local_machine\\software\\test');
  expect(Object.fromEntries([...(values ?? [])].map(([name, { text }]) => [name, text]))).toEqual({
    '': 'default',
    text: 'D:\\ASR "quoted"',
    number: '9443',
    long: '4294967296',
    folder: '%A%',
    list: 'a\nb',
    bytes: '0aff',
  });
});

test('a value that goes on over several lines is one value', () => {
  const tree = parseRegFile(
    file('[HKEY_LOCAL_MACHINE\\A]', '"B"=hex:01,02,\\', '  03,04,\\', '  05', '"C"="after"'),
  );
  const values = tree.get('hkey_local_machine\\a');
  expect(values?.get('b')?.text).toBe('0102030405');
  expect(values?.get('c')?.text).toBe('after');
});

test('text with a line break inside keeps it', () => {
  const tree = parseRegFile(file('[HKEY_LOCAL_MACHINE\\A]', '"B"="one', 'two"', '"C"="three"'));
  expect(tree.get('hkey_local_machine\\a')?.get('b')?.text).toBe('one\ntwo');
  expect(tree.get('hkey_local_machine\\a')?.get('c')?.text).toBe('three');
});

test('names with runs of blanks and other alphabets are kept as they are', () => {
  const tree = parseRegFile(file('[HKEY_LOCAL_MACHINE\\A  B\\Ü]', '"x  y"="Größe 你好"'));
  expect(tree.get('hkey_local_machine\\a  b\\ü')?.get('x  y')?.text).toBe('Größe 你好');
});

test('only keys directly below are listed', () => {
  const tree = parseRegFile(file('[HKLM\\A]', '[HKLM\\A\\B]', '[HKLM\\A\\B\\C]', '[HKLM\\AB]'));
  expect(subKeys(tree, 'HKLM\\A')).toEqual(['hklm\\a\\b']);
});

const wide = (text: string) =>
  [...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');

test.each([
  ['as raw lines', '"one\r\n  two\r\n[three]\r\n\\"four\\"=\\"x=hex:01\\""'],
  ['as bytes', `hex(1):${wide('one\r\n  two\r\n[three]\r\n"four"="x=hex:01"\0')}`],
  ['escaped, as Wine does', '"one\\r\\n  two\\r\\n[three]\\r\\n\\"four\\"=\\"x=hex:01\\""'],
])('text with line breaks that looks like an export is one value, %s', (_, data) => {
  for (const name of ['"B"', '@']) {
    const tree = parseRegFile(file('[HKEY_LOCAL_MACHINE\\A]', `${name}=${data}`, '"C"="after"'));
    const values = tree.get('hkey_local_machine\\a');
    expect(tree.size).toBe(1);
    expect([...(values?.values() ?? [])].map(({ text }) => text)).toEqual([
      'one\n  two\n[three]\n"four"="x=hex:01"',
      'after',
    ]);
  }
});

test('names with backslashes, brackets, quotes and equals signs are kept', () => {
  const tree = parseRegFile(
    file('[HKEY_LOCAL_MACHINE\\A\\[x] y]', '"C:\\\\[a]=b\\\\"="1"', '"\\"q\\"=\\"r\\""="2"'),
  );
  const values = tree.get('hkey_local_machine\\a\\[x] y');
  expect([...(values ?? [])].map(([name, { text }]) => [name, text])).toEqual([
    ['c:\\[a]=b\\', '1'],
    ['"q"="r"', '2'],
  ]);
});

test('text ends at its first zero', () => {
  const tree = parseRegFile(file('[HKLM\\A]', `"B"=hex(1):${wide('seen\0hidden\0')}`));
  expect(tree.get('hklm\\a')?.get('b')?.text).toBe('seen');
});

test('a value of another type is neither text nor number', () => {
  const tree = parseRegFile(
    file('[HKLM\\A]', '"Text"="2"', '"Number"=dword:2', '"Bytes"=hex:32,00', '"None"=hex(0):32,00'),
  );
  const values = tree.get('hklm\\a');
  const names = ['text', 'number', 'bytes', 'none', 'absent'];
  expect(names.map((name) => textValue(values, name))).toEqual(['2', null, null, null, null]);
  expect(names.map((name) => numberValue(values, name))).toEqual([null, '2', null, null, null]);
});

test('a line that is neither key nor value is passed over, what follows is read', () => {
  const tree = parseRegFile(file('junk', '[HKLM\\A]', '"no value', '=x', '', '"B"="1"'));
  expect(tree.get('hklm\\a')?.get('b')?.text).toBe('1');
});
