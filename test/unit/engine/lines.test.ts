import { expect, test, vi } from 'vitest';
import { createLines } from '../../../main/engine/actions/lines';

function linesOf(pieces: readonly string[]): string[] {
  const seen: string[] = [];
  const lines = createLines((line) => seen.push(line));
  for (const piece of pieces) lines.push(piece);
  lines.end();
  return seen;
}

const text = 'one\r\ntwo\nthree\rfour\r\n\r\n\r\nlast';

test.each([1, 2, 3, 5, 100])(
  'lines are whole, wherever the output is cut (pieces of %i)',
  (size) => {
    const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    expect(linesOf(pieces)).toEqual(['one', 'two', 'three', 'four', 'last']);
  },
);

test('a line is told when it is over, not at the end of the output', () => {
  const seen: string[] = [];
  const lines = createLines((line) => seen.push(line));
  lines.push('50 %\r60');
  expect(seen).toEqual(['50 %']);
  lines.push(' %\r\n');
  expect(seen).toEqual(['50 %', '60 %']);
});

test('a line without end is not held for ever', () => {
  expect(linesOf(['x'.repeat(70_000), 'y']).map(({ length }) => length)).toEqual([70_000, 1]);
});

test('a line without end is told when nothing more comes, and its rest for itself', async () => {
  const seen: string[] = [];
  const lines = createLines((line) => seen.push(line), 10);
  lines.push('Installing ...');
  await vi.waitFor(() => expect(seen).toEqual(['Installing ...']));
  lines.push(' done\r\n');
  expect(seen).toEqual(['Installing ...', ' done']);
});
