import { describe, expect, test } from 'vitest';
import { diffRecord, replayRecord } from '../../../practice/vendor-behaviour/replay';
import { recordKinds } from '../../../practice/vendor-behaviour/replay-records';
import { splitCommandLine } from '../../../practice/vendor-behaviour/windows-argv';
import { observedContents, observedRecords } from './observed';

const contents = observedContents();
const sizes = {
  'unifiedsetup-args': 592,
  'proxy-files': 131,
  'passphrase-files': 33,
  options: 47,
} as const;

describe.each(recordKinds)('recorded %s', (kind) => {
  const records = observedRecords(kind);

  test('the whole sample is there', () => {
    expect(records).toHaveLength(sizes[kind]);
  });

  test('every record comes out as it was recorded', () => {
    const differing = records.flatMap((record) =>
      diffRecord(kind, record.expect, replayRecord(kind, record, contents)).map((difference) => ({
        id: record.id,
        ...difference,
      })),
    );
    expect(differing).toEqual([]);
  });

  test('a record that says something else is noticed', () => {
    for (const { expect: outcome } of records) {
      const [field = ''] = Object.keys(outcome).filter((name) =>
        ['exit', 'valid', 'hex', 'parserAccepted'].includes(name),
      );
      const changed = { ...outcome, [field]: `not ${String(outcome[field])}` };
      expect(diffRecord(kind, outcome, changed).map((difference) => difference.field)).toEqual([
        field,
      ]);
    }
  });
});

test('the verdict of every command line is the recorded one', () => {
  const verdicts = observedRecords('unifiedsetup-args').map((record) => [
    record.id,
    replayRecord('unifiedsetup-args', record, contents).verdict,
  ]);
  expect(verdicts).toEqual(
    observedRecords('unifiedsetup-args').map(({ id, expect: outcome }) => [id, outcome.verdict]),
  );
});

test('what SetMarsProxy.exe receives is its command line split again', () => {
  const received = observedRecords('unifiedsetup-args').filter(
    ({ expect: outcome }) => outcome.setMarsProxyReceives !== undefined,
  );
  expect(received.length).toBeGreaterThan(10);
  for (const record of received) {
    const { subcommands } = replayRecord('unifiedsetup-args', record, contents);
    const line = Array.isArray(subcommands)
      ? subcommands.map(String).find((text) => text.startsWith('SetMarsProxy.exe'))
      : undefined;
    expect(splitCommandLine(line ?? '').slice(1)).toEqual(record.expect.setMarsProxyReceives);
  }
});

describe('comparing', () => {
  const outcome = {
    exit: 2,
    accepted: false,
    params: { CSIP: 'x' },
    message: `${'long text '.repeat(12)}`.trim().slice(0, 120),
  };

  test('a text counts by its first 120 characters with white space collapsed', () => {
    const got = { ...outcome, message: `${'long \n text\t'.repeat(40)} and more` };
    expect(diffRecord('unifiedsetup-args', outcome, got)).toEqual([]);
  });

  test('a missing parameter, an additional one and another value count', () => {
    for (const params of [{}, { CSIP: 'x', PSIP: 'y' }, { CSIP: 'y' }]) {
      expect(diffRecord('unifiedsetup-args', outcome, { ...outcome, params })).toEqual([
        { field: 'params', expected: { CSIP: 'x' }, got: params },
      ]);
    }
  });

  test('a text that should not be there counts', () => {
    const got = { ...outcome, parserError: 'Command line parameter missing - /CSIP' };
    expect(diffRecord('unifiedsetup-args', outcome, got)).toMatchObject([
      { field: 'parserError', expected: '' },
    ]);
  });

  test('-1, 255 and 4294967295 are the same exit code of a small tool', () => {
    expect(diffRecord('options', { exit: 255 }, { exit: -1 })).toEqual([]);
    expect(diffRecord('options', { exit: 255 }, { exit: 4294967295 })).toEqual([]);
    expect(diffRecord('options', { exit: 255 }, { exit: 0 })).toHaveLength(1);
  });

  test('a passphrase without a recorded value is compared by its bytes alone', () => {
    const bytes = { hex: 'ff', length: 1 };
    expect(diffRecord('passphrase-files', bytes, { ...bytes, value: 'x' })).toEqual([]);
  });

  test('a record that names an unknown content is an error', () => {
    const [record] = observedRecords('unifiedsetup-args');
    const named = { ...record, env: { ...Object(record?.env), files: { 'C:\\a': 'nowhere' } } };
    expect(() => replayRecord('unifiedsetup-args', named, contents)).toThrow('"nowhere"');
  });
});
