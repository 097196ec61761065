import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comment, list, literal, scriptLiteral, table } from '../../../main/reports/export/literal';
import { readLiteral } from './read-literal';

const wild = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom("'", '"', '$', '`', '\n', '\r', '(', ')', '+', '\u2019', 'a', '#'),
  }),
);

test('any text comes out of its literal as it went in, and nothing follows it', () => {
  fc.assert(
    fc.property(wild, (value) => {
      const code = literal(value);
      expect(readLiteral(code)).toEqual({ value, end: code.length });
      expect(code).toMatch(/^[\x20-\x7e]+$/);
    }),
  );
});

test('a list keeps every value apart from the next', () => {
  fc.assert(
    fc.property(fc.array(wild, { minLength: 1, maxLength: 5 }), (values) => {
      const code = list(values);
      const seen: string[] = [];
      let at = '@('.length;
      while (code[at] !== ')' || seen.length === 0) {
        const one = readLiteral(code, at);
        if (one === null) throw new Error(`No literal at ${at} in ${code}`);
        seen.push(one.value);
        at = one.end;
        if (code.slice(at, at + 2) === ', ') at += 2;
        else break;
      }
      expect(seen).toEqual(values);
      expect(code.slice(at)).toBe(')');
    }),
  );
});

test('an expression with codes always begins with a string, so that it joins and never adds', () => {
  expect(literal('\u00e9\n')).toBe("('' + [char]0x00E9 + [char]0x000A)");
  expect(literal('')).toBe("''");
});

test('a table names its fields in literals', () => {
  expect(table({ "o'clock": '$x' })).toBe("@{ 'o''clock' = $x }");
  expect(table({})).toBe('@{}');
});

test('a comment stays on its line and is plain ASCII', () => {
  fc.assert(
    fc.property(wild, (value) => {
      expect(comment(value)).toMatch(/^#(?: [\x20-\x7e]*)?$/);
    }),
  );
  expect(comment('a\r\nRemove-Item b')).toBe('# a Remove-Item b');
});

test('a shipped script with a character that is not ASCII is refused', () => {
  expect(() => scriptLiteral('Write-Host caf\u00e9')).toThrow();
  expect(readLiteral(scriptLiteral("'a'\r\n$b"))?.value).toBe("'a'\n$b");
});
