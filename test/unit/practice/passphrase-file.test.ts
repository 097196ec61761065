import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPassphraseFile } from '../../../practice/vendor-behaviour/passphrase-file';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a passphrase file', () => {
  test('is read up to the first white space', () => {
    expect(readPassphraseFile(utf8('\r\n\t Kq7vX2mZ9tRw4LpB rest\r\n'))).toEqual({
      hex: '4b71377658326d5a39745277344c7042',
      length: 16,
      value: 'Kq7vX2mZ9tRw4LpB',
    });
  });

  test('a byte order mark is a part of it', () => {
    expect(readPassphraseFile(utf8('\ufeffabc'))).toEqual({
      hex: 'efbbbf616263',
      length: 6,
      value: '\ufeffabc',
    });
  });

  test('UTF-16 is read as bytes, and has no value as text', () => {
    const reading = readPassphraseFile(new Uint8Array([0xff, 0xfe, 0x4b, 0, 0x0d, 0]));
    expect(reading).toEqual({ hex: 'fffe4b00', length: 4 });
  });

  test('a no-break space does not end it', () => {
    expect(readPassphraseFile(utf8('a\u00a0b')).value).toBe('a\u00a0b');
  });

  test('nothing there reads as nothing', () => {
    for (const bytes of [null, utf8(''), utf8(' \r\n\v\f')]) {
      expect(readPassphraseFile(bytes)).toEqual({ hex: '', length: 0, value: '' });
    }
  });

  test('never holds white space, and its hex has two digits a byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { hex, length } = readPassphraseFile(bytes);
        expect(hex).toMatch(/^([0-9a-f]{2})*$/);
        expect(hex.length).toBe(length * 2);
        expect(hex.match(/../g) ?? []).not.toContain('20');
      }),
    );
  });
});
