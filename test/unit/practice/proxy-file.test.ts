import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProxyFile } from '../../../practice/vendor-behaviour/proxy-file';

const good = [
  '[ProxySettings]',
  'ProxyAuthentication="Yes"',
  'ProxyIP="http://proxy.example.test"',
  'ProxyPort="8080"',
  'ProxyUserName="svc"',
  'ProxyPassword="Pa55-word"',
];
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (lines: readonly string[], end = '\r\n') => readProxyFile(utf8(lines.join(end)));
const withLine = (at: number, line: string) => read(good.with(at, line));

describe('the form of a proxy settings file', () => {
  test('blank lines don’t count, any other line does', () => {
    expect(read(['', ...good, ' \t\u00a0\u3000', '']).valid).toBe(true);
    expect(read([...good, 'x']).reason).toBe('Number of lines in proxy settings file are not 6.');
    expect(read([...good, '\u200b']).valid).toBe(false);
  });

  test('lines end with CR LF, LF or CR', () => {
    for (const end of ['\r\n', '\n', '\r']) expect(read(good, end).valid).toBe(true);
  });

  test('a blank before a key or behind a value is not allowed, blanks around = are', () => {
    expect(withLine(3, 'ProxyPort="8080" ').reason).toBe(
      'Fourth line is in not in expected format.',
    );
    expect(withLine(3, ' ProxyPort="8080"').valid).toBe(false);
    expect(withLine(3, 'ProxyPort \t= "8080"').used?.port).toBe('8080');
    expect(withLine(3, 'ProxyPort\u00a0="8080"').valid).toBe(false);
  });

  test('keys have one spelling and one order', () => {
    expect(withLine(2, 'proxyip="http://x"').reason).toBe(
      'Third line is in not in expected format.',
    );
    const [a = '', b = '', c = '', ...rest] = good;
    expect(read([a, c, b, ...rest]).reason).toBe('Second line is in not in expected format.');
    expect(withLine(0, '[ProxySettings] ').reason).toBe('First line is in not in expected format.');
  });

  test('values need quotes', () => {
    expect(withLine(1, 'ProxyAuthentication=Yes').valid).toBe(false);
    expect(withLine(1, 'ProxyAuthentication="').valid).toBe(false);
  });

  test('a missing file has nothing to read', () => {
    expect(readProxyFile(null)).toMatchObject({
      valid: false,
      used: null,
      message: '',
      read: { auth: '', address: '', port: '', user: '', password: '' },
    });
  });
});

describe('the values of a proxy settings file', () => {
  test('a password is read up to its equals sign, and without its quotes', () => {
    expect(withLine(5, 'ProxyPassword="a=b"c"').used?.password).toBe('a');
    expect(withLine(5, 'ProxyPassword="a"b"c"').used?.password).toBe('abc');
    expect(withLine(5, 'ProxyPassword=" a "').used?.password).toBe('a');
  });

  test('authentication is exactly Yes or No', () => {
    for (const value of ['yes', 'True', '']) {
      expect(withLine(1, `ProxyAuthentication="${value}"`).message).toBe(
        `Invalid ProxyAuthentication value: ${value}\n`,
      );
    }
  });

  test('without authentication user and password are neither needed nor kept', () => {
    const { used, read: values } = read(
      good.with(1, 'ProxyAuthentication="No"').with(5, 'ProxyPassword=""'),
    );
    expect(used).toEqual({
      address: 'http://proxy.example.test',
      port: '8080',
      user: null,
      password: null,
    });
    expect(values.user).toBe('svc');
  });

  test('with authentication both are needed', () => {
    expect(withLine(4, 'ProxyUserName=""').message).toBe('ProxyUserName value is empty.\n');
    expect(withLine(5, 'ProxyPassword="=x"').message).toBe('ProxyPassword value is empty.\n');
  });

  test('the address begins with http:// in small letters', () => {
    expect(withLine(2, 'ProxyIP="HTTP://p"').message).toMatch(/^Invalid Proxy address\./);
    expect(withLine(2, 'ProxyIP="http://"').valid).toBe(true);
    expect(withLine(2, 'ProxyIP=""').message).toBe('ProxyAddress value is empty.\n');
  });

  test('the port may be empty', () => {
    expect(withLine(3, 'ProxyPort=""').valid).toBe(true);
    expect(withLine(3, 'ProxyPort="65536"').messages).toEqual([
      'Please specify a valid port number between 1 and 65535.',
      'Invalid ProxyPort value: 65536\n',
    ]);
  });
});

describe('the encoding of a proxy settings file', () => {
  const text = `${good.join('\r\n')}\r\n`;
  const units = (littleEndian: boolean, size: 2 | 4, mark: boolean) => {
    const letters = [...(mark ? '\ufeff' : ''), ...text];
    const view = new DataView(new ArrayBuffer(letters.length * size));
    letters.forEach((letter, at) => {
      const code = letter.codePointAt(0) ?? 0;
      if (size === 2) view.setUint16(at * 2, code, littleEndian);
      else view.setUint32(at * 4, code, littleEndian);
    });
    return new Uint8Array(view.buffer);
  };

  test('a byte order mark tells UTF-8, UTF-16 and UTF-32', () => {
    expect(readProxyFile(utf8(`\ufeff${text}`)).valid).toBe(true);
    for (const littleEndian of [true, false]) {
      for (const size of [2, 4] as const) {
        expect(readProxyFile(units(littleEndian, size, true)).valid).toBe(true);
        expect(readProxyFile(units(littleEndian, size, false)).valid).toBe(false);
      }
    }
  });

  test('a second mark stays and spoils the first line', () => {
    expect(readProxyFile(utf8(`\ufeff\ufeff${text}`)).reason).toBe(
      'First line is in not in expected format.',
    );
  });

  test('bytes that are no UTF-8 become U+FFFD', () => {
    const bytes = utf8(text.replace('Pa55-word', 'Pa~'));
    bytes[bytes.indexOf('~'.charCodeAt(0))] = 0xfc;
    expect(readProxyFile(bytes).used?.password).toBe('Pa\ufffd');
  });

  test('no bytes make it fail', () => {
    const marks = fc.constantFrom(
      [],
      [0xfe, 0xff],
      [0xff, 0xfe],
      [0xff, 0xfe, 0, 0],
      [0, 0, 0xfe, 0xff],
    );
    fc.assert(
      fc.property(marks, fc.uint8Array(), (mark, rest) => {
        const reading = readProxyFile(new Uint8Array([...mark, ...rest]));
        expect(reading.valid).toBe(reading.used !== null);
      }),
    );
  });
});
