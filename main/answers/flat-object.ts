import { printParseErrorCode, visit } from 'jsonc-parser';
import { text } from '../../contract/text/answers';
import { AnswerFileProblem, type Place } from './answer-file-problem';

const words = text.problems;

/** One `"name": value`, with the value as it is and as it was written. */
export interface Entry {
  name: string;
  nameAt: Place;
  value: unknown;
  written: string;
  valueAt: Place;
}

const isKnownCode = (code: string): code is keyof typeof words.syntax =>
  Object.hasOwn(words.syntax, code);

const place = (line: number, character: number): Place => ({
  line: line + 1,
  column: character + 1,
});

/**
 * The entries of one flat object in JSON with comments and trailing commas, in their order and with
 * duplicates. Throws `AnswerFileProblem` at the first thing that is none, so it never goes deep.
 */
export function readFlatObject(content: string): Entry[] {
  const entries: Entry[] = [];
  let named: { name: string; nameAt: Place } | null = null;
  let isOpen = false;
  const refuseNesting = (line: number, character: number) => {
    const problem = named === null ? words.notAnObject : words.nested(named.name);
    throw new AnswerFileProblem(problem, place(line, character));
  };
  visit(
    content,
    {
      onObjectBegin: (_offset, _length, line, character) => {
        if (isOpen) refuseNesting(line, character);
        isOpen = true;
      },
      onArrayBegin: (_offset, _length, line, character) => refuseNesting(line, character),
      onObjectProperty: (name, _offset, _length, line, character) => {
        named = { name, nameAt: place(line, character) };
      },
      onLiteralValue: (value: unknown, offset, length, line, character) => {
        const valueAt = place(line, character);
        if (named === null) throw new AnswerFileProblem(words.notAnObject, valueAt);
        const written = content.slice(offset, offset + length);
        entries.push({ ...named, value, written, valueAt });
      },
      onError: (error, _offset, _length, line, character) => {
        const code = printParseErrorCode(error);
        const problem = isKnownCode(code) ? words.syntax[code] : words.unreadable;
        throw new AnswerFileProblem(isOpen ? problem : words.notAnObject, place(line, character));
      },
    },
    { disallowComments: false, allowTrailingComma: true },
  );
  return entries;
}
