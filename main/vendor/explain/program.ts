import { joinServerPath, type ServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/explanation';
import { token } from './reading';
import type { Word } from './words';

/** Where a package belongs that is unpacked by hand: set-up empties C:\Temp. */
export const OWN_FOLDER: ServerPath = 'C:\\ProgramData\\ProcessServerManager\\Extracted';

export const isInTemp = (path: string): boolean => /^[a-z]:\\+temp(?:\\|$)/i.test(path);

interface FoundProgram {
  /** Words such as `start` before it. */
  readonly starters: readonly Word[];
  /** More than one where a path with blanks stands without quotes. */
  readonly program: readonly Word[];
  readonly rest: readonly Word[];
}

const STARTER = /^(?:&|call|start|cmd|cmd\.exe|start-process|\/wait|\/b|\/c|)$/i;

/** Finds the program that a command line starts; null when it starts another one. */
export function findProgram(words: readonly Word[], file: RegExp): FoundProgram | null {
  const end = words.slice(0, 12).findIndex(({ value }) => file.test(value));
  if (end < 0) return null;
  const first = words.findIndex(({ value }) => !STARTER.test(value));
  const isPath =
    first === end || /^(?:[A-Za-z]:\\|%|\\\\|\.{1,2}\\)/.test(words[first]?.value ?? '');
  return isPath
    ? {
        starters: words.slice(0, first),
        program: words.slice(first, end + 1),
        rest: words.slice(end + 1),
      }
    : null;
}

/** The words of the program explained, and the path to start it by. */
export function explainProgram(found: FoundProgram, meaning: string, ownName: string | null) {
  const path = found.program.map(({ value }) => value).join(' ');
  const source = found.program.map((word) => word.source).join(' ');
  const isMoved = ownName !== null && isInTemp(path);
  const file = isMoved ? joinServerPath(OWN_FOLDER, ownName) : path.replace(/^\.\\/, '');
  const reasons = [
    isMoved ? text.program.inTemp : null,
    found.program.length > 1 ? text.program.blanks : null,
    found.program.some(({ isOddlyTyped }) => isOddlyTyped) ? text.names.oddlyTyped : null,
  ].filter((reason) => reason !== null);
  const starters = found.starters.map((word) =>
    token(word.source, 'ignored', text.program.starter),
  );
  const own =
    reasons.length === 0
      ? token(source, 'good', meaning)
      : token(source, 'corrected', [meaning, ...reasons].join(' '), file);
  return { file, tokens: [...starters, own] };
}
