import { expect, test } from 'vitest';
import { BACKUP_RECORD } from '../../../contract/backup-record';
import { differencesOf } from '../../../contract/registry-differences';
import type { RegistryValue } from '../../../contract/registry-value';
import { type BackUpContext, backUp } from '../../../main/engine/actions/back-up';

type Files = Record<string, string>;

const busy = (path: string) => Object.assign(new Error(`EBUSY: ${path}`), { code: 'EBUSY' });

/** A server of a few files in memory, and one registry key. */
function contextOf(
  content: Files,
  more: { locked?: string; abortAfter?: string; bad?: string } = {},
): BackUpContext {
  const abort = new AbortController();
  const files = {
    makeFolder: async () => undefined,
    stat: async (path: string) => {
      if (path in content) return { isFolder: false, size: 1, modified: '' };
      const below = Object.keys(content).some((name) => name.startsWith(`${path}\\`));
      return below ? { isFolder: true, size: 0, modified: '' } : null;
    },
    list: async (path: string) =>
      Object.keys(content)
        .filter((name) => name.startsWith(`${path}\\`))
        .map((name) => name.slice(path.length + 1)),
    copy: async (from: string, to: string) => {
      if (from === more.locked) throw busy(from);
      content[to] = from === more.bad ? 'torn' : (content[from] ?? '');
      if (from === more.abortAfter) abort.abort();
    },
    sha256: async (path: string) => `hash of ${content[path]}`,
    write: async (path: string, bytes: Uint8Array) => {
      content[path] = new TextDecoder().decode(bytes);
    },
  };
  const registry = { exportTo: async (_view: string, key: string) => key === 'HKLM\\There' };
  const clock = { now: () => new Date('2026-11-01T00:00:00Z') };
  return {
    operationId: 'op-1',
    operationTitle: 'A change',
    seenBefore: () => null,
    signal: abort.signal,
    line: () => undefined,
    server: { files, registry, clock },
  };
}

const action = {
  kind: 'backUp' as const,
  folder: 'C:\\kept',
  files: ['D:\\etc', 'D:\\one.conf', 'D:\\none.conf'],
  registry: [
    { view: '64' as const, key: 'HKLM\\There' },
    { view: '32' as const, key: 'HKLM\\None' },
  ],
};
const someFiles = (): Files => ({ 'D:\\etc\\a': 'A', 'D:\\etc\\b': 'B', 'D:\\one.conf': '1' });
const RECORD = `C:\\kept\\op-1\\${BACKUP_RECORD}`;

test('keeps files, folders and keys, and records what was not there', async () => {
  const content = someFiles();
  const ended = await backUp(action, contextOf(content));
  expect(ended).toMatchObject({ kind: 'done', facts: { backup: 'C:\\kept\\op-1' } });
  expect(JSON.parse(content[RECORD] ?? '')).toMatchObject({
    id: 'op-1',
    madeFor: 'A change',
    madeAt: '2026-11-01T00:00:00.000Z',
    files: [
      { path: 'D:\\etc\\a', keptAs: 'C:\\kept\\op-1\\file-1', sha256: 'hash of A' },
      { path: 'D:\\etc\\b', keptAs: 'C:\\kept\\op-1\\file-2' },
      { path: 'D:\\one.conf', keptAs: 'C:\\kept\\op-1\\file-3' },
      { path: 'D:\\none.conf', keptAs: null },
    ],
    registry: [
      { key: 'HKLM\\There', keptAs: 'C:\\kept\\op-1\\registry-1.reg' },
      { key: 'HKLM\\None', keptAs: null },
    ],
  });
});

test('a backup that is cancelled leaves no record, so it does not count', async () => {
  const content = someFiles();
  const ended = await backUp(action, contextOf(content, { abortAfter: 'D:\\etc\\a' }));
  expect(ended).toEqual({ kind: 'cancelled' });
  expect(content[RECORD]).toBeUndefined();
});

test('one that was cut off is made anew by the next try', async () => {
  const content = { ...someFiles(), 'C:\\kept\\op-1\\file-1': 'of the first try' };
  await backUp(action, contextOf(content));
  expect(content['C:\\kept\\op-1\\file-1']).toBe('A');
});

test('a file in use fails it with the words of Windows, and leaves no record', async () => {
  const content = someFiles();
  await expect(backUp(action, contextOf(content, { locked: 'D:\\etc\\b' }))).rejects.toThrow(
    'EBUSY',
  );
  expect(content[RECORD]).toBeUndefined();
});

test('a copy that is not the same as the file fails it', async () => {
  const content = someFiles();
  await expect(backUp(action, contextOf(content, { bad: 'D:\\etc\\b' }))).rejects.toThrow(
    'is not the same',
  );
});

test('two trees of the registry are compared value by value', () => {
  const value = (text: string) => ({ type: 'text' as const, text });
  type Values = Map<string, RegistryValue>;
  const kept = new Map<string, Values>([
    [
      'k',
      new Map<string, RegistryValue>([
        ['a', value('1')],
        ['b', value('2')],
        ['n', { type: 'number' as const, text: '1' }],
      ]),
    ],
    ['k\\gone', new Map()],
  ]);
  const now = new Map<string, Values>([
    [
      'k',
      new Map<string, RegistryValue>([
        ['a', value('1')],
        ['b', value('3')],
        ['c', value('4')],
        ['n', value('1')],
      ]),
    ],
    ['k\\new', new Map()],
    ['k\\new\\below', new Map()],
  ]);
  expect(differencesOf(kept, now)).toEqual({
    changed: [
      { key: 'k', name: 'b' },
      { key: 'k', name: 'n' },
      { key: 'k\\gone', name: null },
    ],
    added: [
      { key: 'k', name: 'c' },
      { key: 'k\\new', name: null },
    ],
  });
});
