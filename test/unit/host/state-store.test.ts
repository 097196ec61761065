import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStateStore } from '../../../main/host/state-store';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'psm-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holder = {
  operation: 'Set up',
  user: 'CONTOSO\\anna',
  pid: 42,
  program: 'psm',
  since: '2026-11-21',
};

test('a last line that a crash cut short is left out', () => {
  const store = openStateStore(folder);
  store.append('one', '{"seq":0}');
  appendFileSync(join(folder, 'operations', 'one', 'journal.jsonl'), '{"seq":1,"kin');
  expect(store.lines('one')).toEqual(['{"seq":0}']);
});

test('an operation id can not leave the folder', () => {
  expect(() => openStateStore(folder).append('../outside', 'x')).toThrow(/letters, digits/);
});

test('a second holder is refused and told who has the lock', async () => {
  const first = await openStateStore(folder).lock(holder);
  const second = await openStateStore(folder).lock({ ...holder, user: 'CONTOSO\\ben' });
  expect(first.taken).toBe(true);
  expect(second).toEqual({ taken: false, holder });
});

test('the lock is free again after its release', async () => {
  const first = await openStateStore(folder).lock(holder);
  if (first.taken) await first.release();
  const second = await openStateStore(folder).lock(holder);
  expect(second.taken).toBe(true);
  if (second.taken) await second.release();
});
