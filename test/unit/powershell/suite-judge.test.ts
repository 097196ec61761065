import { expect, test } from 'vitest';
import { z } from 'zod';
import { judge } from '../../../scripts/lib/powershell-suite/judge.mjs';
import { answered, exactly, failed } from '../../powershell/case';

const good = '{"kind":"result","ok":true,"value":{"done":true}}\r\n';
const bad = '{"kind":"result","ok":false,"error":{"message":"No.","type":"System.Exception"}}\n';
const progress = '{"kind":"progress","bytes":1,"total":-1,"validator":""}\n';
const wanted = { scripts: ['read-load'], expected: [answered(exactly({ done: true }))] };
const download = { ...wanted, scripts: ['download-file'] };

const judged = (output: string, more: object = {}, run: object = {}) =>
  judge({ code: 0, late: false, output, error: '', ...run }, { ...wanted, ...more }).complaints;

test('the one answer that was wanted is good', () => {
  expect(judged(good)).toEqual([]);
  expect(judged(bad, { expected: [failed(exactly('No.'))] })).toEqual([]);
});

test.each([
  ['nothing', ''],
  ['another answer', bad],
  ['an answer twice', `${good}${good}`],
  ['a line before it', `Loading\n${good}`],
  ['a line after it', `${good}The settings were kept.\n`],
  ['an empty line', `\n${good}`],
  ['a mark of byte order before it', `\ufeff${good}`],
  ['an answer without an end', good.trimEnd()],
  ['an answer cut in two', good.replace(',', ',\n')],
  ['progress of a script that has none', `${progress}${good}`],
])('%s is not', (_what, output) => {
  expect(judged(output)).not.toEqual([]);
});

test('a download may tell progress before its answer, but not after it or in another form', () => {
  expect(judged(`${progress}${progress}${good}`, download)).toEqual([]);
  expect(judged(`${good}${progress}`, download)).not.toEqual([]);
  expect(judged(`${progress.replace('1', '"1"')}${good}`, download)).not.toEqual([]);
});

test('progress and answers come back as they were', () => {
  const run = { code: 0, late: false, output: `${progress}${good}`, error: '' };
  expect(judge(run, download).seen).toEqual({
    answers: [JSON.parse(good)],
    progress: [JSON.parse(progress)],
  });
});

test('a PowerShell that ends otherwise than with 0 is not good, and says why', () => {
  expect(judged(good, {}, { code: 1, error: 'Parser error\n' })).toEqual([
    'It ended with 1.',
    'Standard error: Parser error',
  ]);
  expect(judged('', {}, { code: null, late: true })[0]).toBe('It did not end in time.');
});

test('words on standard error alone are no complaint', () => {
  expect(judged(good, {}, { error: 'The agent could not read its settings.' })).toEqual([]);
});

test.each([
  ['output', { output: `${good}Practice"01\n` }],
  ['output as JSON', { output: good.replace('done', 'Practice\\"01') }],
  ['standard error', { error: 'at Practice"01' }],
])('a secret in %s is told and not shown again', (_where, run) => {
  expect(judged(good, { secrets: ['Practice"01'] }, run)).toEqual(['It printed a secret.']);
});

test('each of several scripts has its announcement and its answer', () => {
  const two = {
    scripts: ['read-load', 'read-clock'],
    expected: [answered(z.unknown()), failed()],
  };
  expect(judged(`#0\n${good}#1\n${bad}`, two)).toEqual([]);
  for (const output of [
    `${good}${bad}`,
    `#0\n${good}#1\n`,
    `#0\n#1\n${good}${bad}`,
    `#0\n${bad}#1\n${good}`,
    `#1\n${good}#0\n${bad}`,
  ]) {
    expect([output, judged(output, two)]).not.toEqual([output, []]);
  }
});
