import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillIn, readAnswerFile } from '../../../main/psm/input';
import { WrongUse } from '../../../main/psm/wrong-use';
import { question, sampleProcedure } from '../answers/sample-procedure';

describe('an answer file on the disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'psm-answers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (content: string | Uint8Array) => {
    const file = join(folder, 'answers.json');
    writeFileSync(file, content);
    return readAnswerFile(file, sampleProcedure);
  };

  test('is read as Windows PowerShell redirects it', () => {
    expect(read(Buffer.from('\uFEFF{"folder": "D:"}', 'utf16le'))).toEqual({ folder: 'D:' });
  });

  test('is read in UTF-8 with a byte order mark', () => {
    expect(read('\uFEFF{"folder": "D:"}')).toEqual({ folder: 'D:' });
  });

  test('is refused when it is neither UTF-8 nor UTF-16', () => {
    const ansi = Buffer.from('{"folder": "D:\\\\Büro"}', 'latin1');
    expect(() => read(ansi)).toThrow(/UTF-8 or UTF-16/);
  });

  test('is refused as wrong use, with its name and the place', () => {
    expect(() => read('{\n  "mode" "direct"\n}')).toThrow(WrongUse);
    expect(() => read('{\n  "mode" "direct"\n}')).toThrow(/answers\.json: line 2, column 10: /);
  });

  test('that is not there is told as wrong use', () => {
    expect(() => readAnswerFile(join(folder, 'none.json'), sampleProcedure)).toThrow(WrongUse);
  });
});

describe('answers that were not given', () => {
  test('are filled in as detected, and told', () => {
    const questions = [question('folder', { suggestion: 'D:\\ASR' })];
    expect(fillIn({}, { ...sampleProcedure, questions })).toEqual({
      answers: { folder: 'D:\\ASR' },
      filled: ['folder: D:\\ASR (as detected)'],
    });
  });

  test.each(['terms', 'secret'] as const)('are never filled in for %s', (kind) => {
    const questions = [question('it', { kind, suggestion: 'yes' })];
    expect(fillIn({}, { ...sampleProcedure, questions }).answers).toEqual({});
  });
});
