import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processHelpers } from '../../../main/reports/export/process-helpers';
import { splitCommandLine } from '../../../practice/vendor-behaviour/windows-argv';
import { readLiteral } from './read-literal';

/** The literals of the exported function that quotes an argument, in order. */
const literals = (() => {
  const code = /^function ConvertTo-Argument[\s\S]*?^\}/m.exec(processHelpers)?.[0] ?? '';
  const found: string[] = [];
  for (let at = code.indexOf("'"); at >= 0; ) {
    const one = readLiteral(code, at);
    if (one === null) throw new Error('A literal has no end.');
    found.push(one.value);
    at = code.indexOf("'", one.end);
  }
  return found;
})();

/** The same function in this language, made of the patterns of the exported one. */
function quoted(argument: string): string {
  const [, needs = '', quotes = '', atQuotes = '', tail = '', atTail = ''] = literals;
  if (argument !== '' && !new RegExp(needs).test(argument)) return argument;
  const escaped = argument
    .replace(new RegExp(quotes, 'g'), atQuotes)
    .replace(new RegExp(tail.replace('\\z', '$'), 'g'), atTail);
  return `"${escaped}"`;
}

test('the exported function is made as this test reads it', () => {
  expect(literals).toEqual(['', '[\\s"]', '(\\\\*)"', '$1$1\\"', '(\\\\+)\\z', '$1$1', '"', '"']);
});

test('a program sees every argument as it is in the plan', () => {
  const argument = fc.string({
    unit: fc.constantFrom('a', ' ', '"', '\\', '\t', '$', '`', "'", '%', '&', '\u00e9'),
  });
  fc.assert(
    fc.property(fc.array(argument), (given) => {
      const line = ['C:\\x.exe', ...given].map(quoted).join(' ');
      expect(splitCommandLine(line)).toEqual(['C:\\x.exe', ...given]);
    }),
  );
});
