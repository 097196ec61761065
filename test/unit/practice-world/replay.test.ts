import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replayFile } from '../../../practice/replay';

const observed = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../data/observed', name), 'utf8');

test.each([
  'unifiedsetup-args.jsonl',
  'proxy-files.jsonl',
  'passphrase-files.jsonl',
  'options.jsonl',
])('every record of %s comes out as it was observed', (name) => {
  const text = observed(name);
  const replayed = [...replayFile(text, name, undefined, observed('contents.json'))];
  expect(replayed).toHaveLength(text.trim().split('\n').length);
  expect(replayed.filter(({ differences }) => differences.length > 0)).toEqual([]);
});

test('the kind of a file with another name is taken from its first record', () => {
  const [first] = replayFile(observed('proxy-files.jsonl'), 'some.jsonl');
  expect(first?.differences).toEqual([]);
});

test('a record with another outcome is told field by field', () => {
  const [line = ''] = observed('passphrase-files.jsonl').split('\n');
  const record = JSON.parse(line);
  record.expect.length += 1;
  const [replayed] = replayFile(JSON.stringify(record), 'passphrase-files.jsonl');
  expect(replayed?.differences).toMatchObject([{ field: 'length' }]);
});

test('a line that is no record is refused', () => {
  expect(() => [...replayFile('{"id":"x"}', 'some.jsonl')]).toThrow();
});
