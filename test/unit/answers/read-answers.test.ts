import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnswerFileProblem, readAnswers } from '../../../main/answers/answer-file';
import { sampleProcedure } from './sample-procedure';

const read = (file: string) => readAnswers(file, sampleProcedure);

function problemOf(file: string): AnswerFileProblem {
  try {
    read(file);
  } catch (error) {
    if (error instanceof AnswerFileProblem) return error;
    throw error;
  }
  throw new Error('The file was taken.');
}

describe('an answer file is taken', () => {
  test('with comments, trailing commas, numbers and switches', () => {
    const file = `// Of the branch office
    {
      /* where */ "folder": "D:\\\\ASR", // with a folder
      "proxyPort": 8080,
      "signIn": false,
      "acceptTerms": true,
    }`;
    expect(read(file)).toEqual({
      folder: 'D:\\ASR',
      proxyPort: '8080',
      signIn: 'no',
      acceptTerms: 'yes',
    });
  });

  test('with a byte order mark, its schema and its procedure', () => {
    const file = '\uFEFF{"$schema": "./x.json", "procedure": "sample", "mode": "direct"}';
    expect(read(file)).toEqual({ mode: 'direct' });
  });

  test('when it is empty but for the braces', () => expect(read('{}')).toEqual({}));

  test('with a secret named in a comment or a value', () => {
    const file = '{ // "passphrase": comes from a file\n "folder": "passphrase" }';
    expect(read(file)).toEqual({ folder: 'passphrase' });
  });

  test('with letters behind a doubled backslash', () => {
    expect(read('{"folder": "D:\\\\temp\\\\new"}')).toEqual({ folder: 'D:\\temp\\new' });
  });
});

describe('an answer file is refused', () => {
  test.each([
    ['', 1, 1],
    ['// nothing', 1, 11],
    ['[]', 1, 1],
    ['"folder"', 1, 1],
    ['true', 1, 1],
    ['folder = D:', 1, 1],
  ])('that holds no answers at all: %j', (file, line, column) => {
    expect(problemOf(file)).toMatchObject({ line, column });
    expect(problemOf(file).problem).toMatch(/between { and }/);
  });

  test.each([
    ['{"folder" "D"}', 1, 11, /colon/],
    ['{\n  "folder": "D"\n  "mode": "direct"\n}', 3, 3, /comma/],
    ['{\n  "folder": "D', 2, 13, /double quote/],
    ['{"folder": }', 1, 12, /value behind the colon/],
    ['{folder: "D"}', 1, 2, /double quotes/],
    ['{"folder": "D"', 1, 15, /}/],
    ['{"folder": "D"} {}', 1, 17, /behind the closing/],
    ['{ /* "folder": 1 }', 1, 3, /\*\//],
    ['{"folder": "D:\\ASR"}', 1, 12, /backslash.*doubled/],
    ['{"folder": "C:\\users"}', 1, 12, /backslash.*doubled/],
    ['{"folder": "C:\\temp"}', 1, 12, /single backslash in folder/],
    ['{"folder": nul}', 1, 12, /double quotes/],
  ])('that is broken: %j', (file, line, column, words) => {
    expect(problemOf(file)).toMatchObject({ line, column });
    expect(problemOf(file).problem).toMatch(words);
  });

  test('that names what no question has, with the nearest name and the place', () => {
    const problem = problemOf('{\n  "Folders": "D"\n}');
    expect(problem).toMatchObject({ line: 2, column: 3 });
    expect(problem.message).toMatch(/^line 2, column 3: .*Folders.*nearest name is folder\./);
  });

  test.each(['__proto__', 'constructor', 'toString', ''])(
    'that names %j, which every object has',
    (name) => expect(problemOf(JSON.stringify({ [name]: 'x' })).problem).toMatch(/no answer named/),
  );

  test('that names a secret almost', () => {
    expect(problemOf('{"passphrse": "x"}').problem).toMatch(/passphrase, which is a secret/);
  });

  test.each([
    '{"passphrase": "Hidden-Value-01"}',
    '{"Passphrase": "Hidden-Value-01"}',
    '{"pass\\u0070hrase": "Hidden-Value-01"}',
    '{"passphrase" /* of the site */ : "Hidden-Value-01"}',
    '{"folder": {"more": [{"passphrase": "Hidden-Value-01"}]}}',
    '{"folder" "broken", "passphrase": "Hidden-Value-01"',
  ])('that holds a secret, wherever it stands and without telling it: %s', (file) => {
    const problem = problemOf(file);
    expect(problem.problem).toMatch(/passphrase is a secret/);
    expect(String(problem.stack)).not.toContain('Hidden-Value-01');
  });

  test('that gives an answer twice', () => {
    const problem = problemOf('{\n"mode": "direct",\n"mode": "custom"}');
    expect(problem).toMatchObject({ line: 3, column: 1 });
    expect(problem.problem).toMatch(/mode stands here again; the first is in line 2/);
  });

  test('that names its procedure twice', () => {
    expect(problemOf('{"procedure": "sample", "procedure": "sample"}').problem).toMatch(/again/);
  });

  test('that is for another procedure', () => {
    expect(problemOf('{"procedure": "set-up"}').problem).toMatch(/for set-up, not for sample/);
  });

  test.each(['{"procedure": 1}', '{"$schema": true}'])('whose own key is no text: %s', (file) => {
    expect(problemOf(file).problem).toMatch(/text in double quotes/);
  });

  test.each(['{"folder": {"a": "b"}}', '{"folder": ["b"]}'])('that nests: %s', (file) => {
    expect(problemOf(file)).toMatchObject({ line: 1, column: 12 });
    expect(problemOf(file).problem).toMatch(/folder holds a list or an object/);
  });

  test('that nests far deeper than any answer', () => {
    expect(problemOf(`{"folder": ${'['.repeat(900_000)}`).problem).toMatch(/list or an object/);
  });

  test('that leaves a value out', () => {
    expect(problemOf('{"folder": null}').problem).toMatch(/folder has no value/);
  });

  test.each(['1e3', '8080.0', '12345678901234567890', '-0', '1e999'])(
    'whose number %s would arrive as another',
    (number) => expect(problemOf(`{"proxyPort": ${number}}`).problem).toMatch(/in quotes/),
  );

  test('that is larger than 1 MB', () => {
    const problem = problemOf(`{"folder": "${'x'.repeat(1_000_000)}"}`);
    expect(problem).toMatchObject({ line: null, column: null });
    expect(problem.message).toMatch(/larger than 1 MB/);
  });

  test('never with anything but its own error, whatever stands in it', () => {
    const piece = fc.constantFrom('{', '}', '[', '"folder"', ':', ',', '\\', '/*', '"', '1', '\n');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        try {
          read(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(AnswerFileProblem);
        }
      }),
    );
  });
});
