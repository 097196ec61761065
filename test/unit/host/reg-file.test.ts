import { expect, test } from 'vitest';
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
