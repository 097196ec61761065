import { text } from '../../../contract/text/explanation';
import { findArgument, UNKNOWN_TO_SETUP } from '../reference/arguments';
import { stripMarks } from './lines';
import { type LineReader, plainReading, token } from './reading';

const PIECE = /\[\s*[/-]([A-Za-z?]+)[^\]]*\]?|(?<=\s)[/-]([A-Za-z?]+)(?:\s+<[^>]*>?)?/g;

/** Reads the usage line of the articles: a pattern with brackets, from which nothing is taken. */
export const readUsageLine: LineReader = (line) => {
  const code = stripMarks(line.text);
  const isPattern = /\[\s*[/-][A-Za-z?]/.test(code) || /<[^<>]*\s[^<>]*>/.test(code);
  const program = /^\S*unifiedsetup(?:\.exe)?(?=\s)/i.exec(code)?.[0];
  if (!isPattern || program === undefined) return null;
  const pieces = [...code.matchAll(PIECE)].map(([piece, bracketed, plain]) => {
    const argument = findArgument(bracketed ?? plain ?? '');
    if (argument === null) return token(piece, 'refused', text.names.unknown);
    const isUnknown = UNKNOWN_TO_SETUP.includes(argument.name);
    const said = `${isUnknown ? text.names.unknown : argument.real} ${argument.why}`.trim();
    return token(piece, argument.use === 'never' ? 'refused' : 'good', said);
  });
  return plainReading(line, 'usage', text.usage.meaning, {
    tokens: [token(program, 'good', text.setUp.program), ...pieces],
    remarks: [text.usage.remark],
  });
};
