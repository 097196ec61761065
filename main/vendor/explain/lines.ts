import { findArgument } from '../reference/arguments';
import { readingOf, readLetters } from './letters';

/** More than any command line of Windows can hold. */
const LONGEST_LINE = 8192;
const MOST_LINES = 400;

export interface PastedLines {
  /** Lines as they stood there; continued lines are joined, empty lines and fences are left out. */
  readonly lines: readonly string[];
  /** A line began in the middle of a command and was joined to the line before. */
  readonly areJoined: boolean;
  /** Something was too long and left out. */
  readonly isCut: boolean;
}

/** Takes pasted text apart into the lines that were meant. */
export function readPastedLines(text: string): PastedLines {
  const physical = text
    .replace(/(?<!\u00e2\u20ac)[^\P{Cc}\t\r\n]/gu, ' ')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/[^\S\r\n]{20,}/g, ' '.repeat(20)));
  const lines: string[] = [];
  let areJoined = false;
  let isContinued = false;
  for (const line of physical) {
    if (/^[>\s]*(?:```|~~~)/.test(line) && !isContinued) continue;
    const code = stripMarks(line);
    if (code === '') continue;
    const last = lines.at(-1);
    const goesOn = !isContinued && last !== undefined && isRestOfCommand(code, last);
    const whole = line.replace(/(\s)[\^`]\s*$/, '$1');
    if (last !== undefined && (isContinued || goesOn)) {
      lines[lines.length - 1] = `${last.trimEnd()} ${code.replace(/(\s)[\^`]\s*$/, '$1')}`;
    } else lines.push(whole);
    areJoined ||= goesOn;
    isContinued = whole !== line;
  }
  return {
    lines: lines.slice(0, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE)),
    areJoined,
    isCut: lines.length > MOST_LINES || lines.some((line) => line.length > LONGEST_LINE),
  };
}

/** Articles break long lines: an argument of set-up at the beginning belongs to the line before. */
function isRestOfCommand(code: string, before: string): boolean {
  if (!/unifiedsetup/i.test(before)) return false;
  const name = /^[/-]([A-Za-z?]+)(?=[\s:=]|$)/.exec(readingOf(readLetters(code)))?.[1];
  return name !== undefined && findArgument(name) !== null;
}

/** The line without what an article or a console puts before and around a command. */
export function stripMarks(line: string): string {
  let code = line.trim();
  for (let before = ''; before !== code; ) {
    before = code;
    code = code
      .replace(/^(?:PS\s+)?[A-Za-z]:\\[^<>|"*?]*>\s*/, '')
      .replace(/^(?:PS)?>+\s*/, '')
      .replace(/^(?:[*+\u2022-]|\d{1,2}[.)]|\$)\s+/, '');
  }
  const quoted = /^`([^`]+)`$/.exec(code)?.[1];
  return (quoted ?? code).trim();
}

/** The line as it is read: marks taken off, typographic signs made plain. */
export const codeOf = (line: string): string => readingOf(readLetters(stripMarks(line))).trim();
