import { expect, test } from 'vitest';
import type { JournalEntry } from '../../contract/operation';
import { removeTemporaries } from '../../main/engine/temporaries';
import { createServer } from '../../main/host/server';
import { openPracticeApplication } from '../support/practice-application';

const PATH = 'D:\\connection.passphrase';
const KEPT = 'D:\\connection.before';

test('the only copy of an original stays until the original is back', async () => {
  const { practice, application, remove } = await openPracticeApplication({});
  await practice.files.write(PATH, Buffer.from('ours'));
  await practice.files.write(KEPT, Buffer.from('theirs'));
  const temporaries = [
    { path: PATH, original: KEPT },
    { path: KEPT, original: null },
  ];
  const written: JournalEntry[] = [];
  const journal = {
    operationId: 'test',
    write: (entry: JournalEntry): never => {
      written.push(entry);
      throw new Error('The disk is full.');
    },
  };
  const { server } = application;
  const held = createServer({
    ...server,
    files: {
      ...server.files,
      copy: () => Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })),
    },
  });
  expect(await removeTemporaries(temporaries, held, journal)).toEqual([PATH, KEPT]);
  expect(Buffer.from(await practice.files.read(KEPT)).toString()).toBe('theirs');
  expect(written).toEqual([]);
  await expect(removeTemporaries(temporaries, server, journal)).rejects.toThrow();
  expect(Buffer.from(await practice.files.read(PATH)).toString()).toBe('theirs');
  expect(await practice.files.stat(KEPT)).toBeNull();
  remove();
});
