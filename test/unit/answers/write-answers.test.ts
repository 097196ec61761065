import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Procedure, Question } from '../../../contract/runbook';
import { readAnswers, writeAnswers } from '../../../main/answers/answer-file';
import { question, sampleProcedure } from './sample-procedure';

const write = (answers: Record<string, string>) => writeAnswers(sampleProcedure, answers);

test('the file names its schema and procedure first', () => {
  const lines = write({}).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    '{',
    '  "$schema": "./sample.answers.schema.json",',
    '  "procedure": "sample",',
  ]);
});

test('every section has its title, and every answer its label and hint above it', () => {
  expect(write({ folder: 'D:\\ASR' })).toContain(
    [
      '  // First:',
      '',
      '  // Label of folder',
      '  // A folder such as D:\\ASR.',
      '  "folder": "D:\\\\ASR",',
    ].join('\n'),
  );
});

test('sections stand in their order, whatever the order of the questions', () => {
  const file = write({});
  expect(file.indexOf('"mode"')).toBeGreaterThan(file.indexOf('// First:'));
  expect(file.indexOf('"acceptTerms"')).toBeGreaterThan(file.indexOf('// Second:'));
  expect(file.indexOf('// Second:')).toBeGreaterThan(file.indexOf('// First:'));
});

test('what can be chosen is told', () => {
  expect(write({})).toContain('  // "custom": Label of custom');
});

test('a question that is still open is a comment to be filled in', () => {
  const file = write({ mode: 'direct' });
  expect(file).toContain('\n  // "folder": "",\n');
  expect(file).toContain('\n  // "acceptTerms": false,\n');
  expect(readAnswers(file, sampleProcedure)).toEqual({ mode: 'direct' });
});

test('an open question needs its // taken away, and nothing else, to be an answer', () => {
  const file = write({}).replace('// "folder": ""', '"folder": "D:"');
  expect(readAnswers(file, sampleProcedure)).toEqual({ folder: 'D:' });
});

test('an open question shows what was detected, but terms are never accepted for anybody', () => {
  const questions = [
    question('address', { suggestion: '10.20.30.40' }),
    question('register', { kind: 'toggle', suggestion: 'yes' }),
    question('acceptTerms', { kind: 'terms', suggestion: 'yes' }),
  ];
  const procedure = { ...sampleProcedure, questions };
  const file = writeAnswers(procedure, {});
  expect(file).toContain('\n  // "address": "10.20.30.40",\n');
  expect(file).toContain('\n  // "register": true,\n');
  expect(file).toContain('\n  // "acceptTerms": false,\n');
  expect(readAnswers(file, procedure)).toEqual({});
});

test('terms are written as they were answered', () => {
  expect(write({ acceptTerms: 'yes' })).toContain('\n  "acceptTerms": true,');
  expect(write({ acceptTerms: 'no' })).toContain('\n  "acceptTerms": false,');
});

describe('secrets', () => {
  test('are never written, and how to give them is', () => {
    const file = write({ passphrase: 'Hidden-Value-01' });
    expect(file).not.toContain('Hidden-Value-01');
    expect(file).toContain('--secret passphrase=@FILE');
    expect(readAnswers(file, sampleProcedure)).toEqual({});
  });

  test('that are not asked for are not mentioned', () => {
    expect(write({ mode: 'direct' })).not.toContain('password');
  });
});

describe('a question that is not asked', () => {
  test('is left out with its answer', () => {
    expect(write({ mode: 'direct', proxyPort: '8080' })).not.toContain('proxyPort');
  });

  test('is left out when what it hangs on is not asked itself', () => {
    expect(write({ mode: 'direct', signIn: 'yes', user: 'svc' })).not.toContain('"user"');
    expect(write({ mode: 'custom', signIn: 'yes', user: 'svc' })).toContain('"user": "svc"');
  });
});

test('comments are wrapped at 100 columns and stay comments whatever the words hold', () => {
  const hint = `${'words and '.repeat(60)}\r\n"folder": "evil", */ } \u2028 x`;
  const procedure = { ...sampleProcedure, questions: [question('folder', { hint })] };
  const file = writeAnswers(procedure, { folder: 'D:' });
  expect(Math.max(...file.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(readAnswers(file, procedure)).toEqual({ folder: 'D:' });
});

const kinds = fc.constantFrom<Question['kind'][]>(
  'text',
  'choice',
  'number',
  'toggle',
  'terms',
  'setupFile',
);
const answer = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('yes', 'no', '8080', '0443', 'C:\\temp', '\t\r\n\b\f', '\\n', '\uD800', '\uFEFF'),
);

test('reading a file back gives the same answers, and writing it again the same file', () => {
  const asked = fc.record({ kind: kinds, answer: fc.option(answer), section: fc.string() });
  fc.assert(
    fc.property(fc.array(asked), (given) => {
      const procedure: Procedure = {
        ...sampleProcedure,
        questions: given.map(({ kind, section }, index) =>
          question(`q${index}`, { kind, section }),
        ),
      };
      const answers = Object.fromEntries(
        given.flatMap((one, index) => (one.answer === null ? [] : [[`q${index}`, one.answer]])),
      );
      const file = writeAnswers(procedure, answers);
      expect(readAnswers(file, procedure)).toEqual(answers);
      expect(writeAnswers(procedure, readAnswers(file, procedure))).toBe(file);
    }),
  );
});
