import { type Letter, readLetters } from './letters';

/** One word of a command line. */
export interface Word {
  /** As it stood there. */
  readonly source: string;
  /** What was meant, without quotes. */
  readonly value: string;
  /** Typographic quotes, dashes or blanks: Windows takes them for ordinary letters. */
  readonly isOddlyTyped: boolean;
  /**
   * What Windows really makes of it when a backslash before the closing quote swallows what
   * follows; null when it is what was meant.
   */
  readonly received: string | null;
}

/**
 * Takes a command line apart as it was meant. Windows ends a quoted word at the next quote unless
 * an odd number of backslashes stands before it; `"D:\" /Name` is read as the folder here, and
 * `received` holds what a program is really given.
 */
export function splitWords(text: string): Word[] {
  const letters = readLetters(text);
  const words: Word[] = [];
  let at = skipBlanks(letters, 0);
  while (at < letters.length) {
    const piece = readWord(letters, at, true);
    const own = letters.slice(at, piece.next);
    const gap = letters.slice(words.length === 0 ? at : skipBlanksBack(letters, at), at);
    words.push({
      source: own.map(({ source }) => source).join(''),
      value: piece.value,
      isOddlyTyped: [...own, ...gap].some(({ read, source }) => read !== source),
      received: piece.swallows ? readWord(asWindows(letters.slice(at)), 0, false).value : null,
    });
    at = skipBlanks(letters, piece.next);
  }
  return words;
}

const asWindows = (letters: readonly Letter[]): Letter[] =>
  letters.flatMap(({ source }) => source.split('').map((sign) => ({ read: sign, source: sign })));

interface Piece {
  value: string;
  next: number;
  swallows: boolean;
}

function readWord(letters: readonly Letter[], start: number, asMeant: boolean): Piece {
  let value = '';
  let inQuotes = false;
  let swallows = false;
  let at = start;
  while (at < letters.length) {
    const slashes = countBackslashes(letters, at);
    at += slashes;
    const read = letters[at]?.read;
    if (read === '"') {
      const closesAsMeant = asMeant && inQuotes && slashes % 2 === 1 && beginsName(letters, at + 1);
      if (closesAsMeant) {
        value += '\\'.repeat(slashes);
        inQuotes = false;
        swallows = true;
        at += 1;
        continue;
      }
      value += '\\'.repeat(Math.floor(slashes / 2));
      const isDoubled = inQuotes && letters[at + 1]?.read === '"';
      if (slashes % 2 === 1 || isDoubled) value += '"';
      else inQuotes = !inQuotes;
      at += slashes % 2 === 0 && isDoubled ? 2 : 1;
      continue;
    }
    value += '\\'.repeat(slashes);
    if (read === undefined || (!inQuotes && isBlank(read))) break;
    value += read;
    at += 1;
  }
  return { value, next: at, swallows };
}

/** True at the end of the line and where another argument begins. */
function beginsName(letters: readonly Letter[], at: number): boolean {
  const next = skipBlanks(letters, at);
  return next >= letters.length || (next > at && /^[/-]$/.test(letters[next]?.read ?? ''));
}

function countBackslashes(letters: readonly Letter[], start: number): number {
  let at = start;
  while (letters[at]?.read === '\\') at += 1;
  return at - start;
}

function skipBlanks(letters: readonly Letter[], start: number): number {
  let at = start;
  while (at < letters.length && isGap(letters[at]?.read ?? '')) at += 1;
  return at;
}

function skipBlanksBack(letters: readonly Letter[], end: number): number {
  let at = end;
  while (at > 0 && isGap(letters[at - 1]?.read ?? '')) at -= 1;
  return at;
}

const isBlank = (read: string) => read === ' ' || read === '\t';

/** Signs without width stand between words too; within a word they are part of it. */
const isGap = (read: string) => read === '' || isBlank(read);
