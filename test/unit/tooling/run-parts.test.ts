import { beforeEach, expect, test, vi } from 'vitest';
import { runParts } from '../../../scripts/lib/run-parts.mjs';

const good = (passed: number) => async () => ({ ok: true, passed, failed: 0 });

let printed = '';

beforeEach(() => {
  printed = '';
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

test('the last line adds the tests of all parts', async () => {
  const code = await runParts([
    { name: 'Unit tests', run: good(40) },
    { name: 'Journeys', run: good(2) },
  ]);
  expect(code).toBe(0);
  expect(printed).toBe('42 passed, 0 failed\n');
});

test('the first part that fails is the last that runs', async () => {
  const journeys = vi.fn(good(2));
  const code = await runParts([
    { name: 'Unit tests', run: async () => ({ ok: false, passed: 39, failed: 3 }) },
    { name: 'Journeys', run: journeys },
  ]);
  expect(code).toBe(1);
  expect(journeys).not.toHaveBeenCalled();
  expect(printed).toBe('39 passed, 3 failed\n');
});

test('a part that fails without a failed test counts as one', async () => {
  const code = await runParts([
    { name: 'Types', run: async () => ({ ok: false, passed: 0, failed: 0 }) },
  ]);
  expect(code).toBe(1);
  expect(printed).toBe('0 passed, 1 failed\n');
});
