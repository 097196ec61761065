import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../main/answers/answer-file';
import { question, sampleProcedure } from './sample-procedure';

const schemaSchema = z.looseObject({
  properties: z.record(z.string(), z.looseObject({})),
});
const schema = answerSchema(sampleProcedure);
const { properties } = schemaSchema.parse(schema);

test('the schema tells what it is', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'sample.answers.schema.json',
    title: 'Answers: Try everything',
    type: 'object',
  });
});

test('only answers, the schema itself and the procedure may stand in a file', () => {
  expect(schema).toMatchObject({ additionalProperties: false });
  expect(Object.keys(properties)).toEqual([
    '$schema',
    'procedure',
    'folder',
    'acceptTerms',
    'mode',
    'proxyPort',
    'signIn',
    'user',
  ]);
  expect(properties.procedure).toMatchObject({ const: 'sample' });
});

test('secrets are forbidden by name', () => {
  expect(schema).toMatchObject({
    not: { anyOf: [{ required: ['password'] }, { required: ['passphrase'] }] },
  });
});

test('a procedure without secrets forbids none', () => {
  const procedure = { ...sampleProcedure, questions: [question('folder')] };
  expect(answerSchema(procedure)).not.toHaveProperty('not');
});

test('every answer has its title, its hint and when it is asked', () => {
  expect(properties.folder).toMatchObject({
    title: 'Label of folder',
    description: 'A folder such as D:\\ASR.',
  });
  expect(properties.proxyPort?.description).toBe('Asked only while mode is custom.');
});

test('choices are enumerated, unless they are still to be found', () => {
  expect(properties.mode).toMatchObject({ enum: ['direct', 'custom'] });
  const procedure = { ...sampleProcedure, questions: [question('address', { kind: 'choice' })] };
  const { address } = schemaSchema.parse(answerSchema(procedure)).properties;
  expect(address).toMatchObject({ type: 'string' });
  expect(address).not.toHaveProperty('enum');
});

test('switches are true, false, yes or no', () => {
  expect(properties.signIn).toMatchObject({ enum: [true, false, 'yes', 'no'] });
  expect(properties.acceptTerms).toMatchObject({ enum: [true, false, 'yes', 'no'] });
});

test('numbers are ports, as a number or as text', () => {
  expect(properties.proxyPort).toMatchObject({
    type: ['integer', 'string'],
    minimum: 1,
    maximum: 65_535,
    pattern: '^[1-9][0-9]{0,4}$',
  });
});
