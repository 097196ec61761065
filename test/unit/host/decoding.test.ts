import { expect, test, vi } from 'vitest';
import { createDecoder } from '../../../main/host/decoding';
import { askedOnce, readOemCodePage } from '../../../main/host/oem-code-page';
import type { OutputEncoding } from '../../../main/host/ports';

/** What comes of bytes that arrive one by one. */
function decodeBytewise(encoding: OutputEncoding, bytes: readonly number[], page = 437): string {
  const decoder = createDecoder(encoding, () => page);
  return bytes.map((byte) => decoder.write(Uint8Array.of(byte))).join('') + decoder.end();
}

test.each([
  [437, [0x41, 0x9b, 0xe4, 0x42], 'A¢ΣB'],
  [850, [0x41, 0x9b, 0xe4, 0x42], 'AøõB'],
  [1252, [0x41, 0x9b, 0xe4, 0x42], 'A›äB'],
  [866, [0x8f, 0xe0, 0xa8], 'При'],
  [932, [0x41, 0x83, 0x65, 0x42], 'AテB'],
  [936, [0xd6, 0xd0, 0x31], '中1'],
  [65_001, [0xf0, 0x9d, 0x84, 0x9e], '𝄞'],
])('the console of code page %i is read in it, byte by byte', (page, bytes, text) => {
  expect(decodeBytewise('oem', bytes, page)).toBe(text);
});

test.each([0, 1361, 99_999])('code page %i, which nobody can read, is taken for 437', (page) => {
  expect(decodeBytewise('oem', [0x81, 0x9b], page)).toBe('ü¢');
});

test('nobody asks for the code page while a tool prints ASCII only', () => {
  const ask = vi.fn(() => 850);
  const decoder = createDecoder('oem', ask);
  expect(decoder.write(Buffer.from('all\r\nplain\x7f\0'))).toBe('all\r\nplain\x7f\0');
  expect(decoder.end()).toBe('');
  expect(ask).not.toHaveBeenCalled();
});

test('the code page is asked for once, whatever the answer', () => {
  const ask = vi.fn(() => 850);
  const once = askedOnce(ask);
  expect([once(), once(), once()]).toEqual([850, 850, 850]);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('output that ends in the middle of a character keeps what came before', () => {
  expect(decodeBytewise('utf8', [0x41, 0xe6, 0x97])).toMatch(/^A\uFFFD+$/);
  expect(decodeBytewise('oem', [0x41, 0x83], 932)).toMatch(/^A.$/);
  expect(decodeBytewise('utf16le', [0x41, 0, 0x42])).toMatch(/^A/);
});

test('every byte is kept as it is where bytes are wanted', () => {
  const all = Array.from({ length: 256 }, (_, byte) => byte);
  expect(Buffer.from(decodeBytewise('bytes', all), 'latin1')).toEqual(Buffer.from(all));
});

test.each([
  ['\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\x\r\n    OEMCP    REG_SZ    850\r\n\r\n', 850],
  ['    OEMCP    REG_SZ    65001', 65_001],
  ['    OEMCP    REG_SZ    c_437.nls', null],
  ['    ACP    REG_SZ    1252', null],
  ['    OEMCP    REG_DWORD    0x1b5', null],
  ['ERROR: The system was unable to find the specified registry key or value.', null],
  ['', null],
])('of %j the code page is %j', (printed, page) => {
  expect(readOemCodePage(printed)).toBe(page);
});
