/** One sign of pasted text: how it is read, and how it stood there. */
export interface Letter {
  /** One sign, or nothing. */
  readonly read: string;
  readonly source: string;
}

/** Dashes and quotes of UTF-8 that were decoded as Windows-1252 on their way. */
const MISENCODED: Readonly<Record<string, string>> = {
  '\u201c': '-',
  '\u2013': '-',
  '\u201d': '-',
  '\u2014': '-',
  '\u0153': '"',
  '\u009d': '"',
  '\u02dc': "'",
  '\u2122': "'",
};
const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212';
const DOUBLE_QUOTES = '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02';
const SINGLE_QUOTES = '\u2018\u2019\u201a\u201b';
const BLANKS = '\u00a0\u2002\u2003\u2007\u2009\u202f\u3000';
const NOTHING = '\u200b\u200c\u200d\u2060\ufeff\u00ad';

/**
 * Pasted text as it was meant: typographic quotes and blanks become plain ones, and a dash before a
 * name becomes a hyphen. What stood there stays with each sign.
 */
export function readLetters(text: string): Letter[] {
  const letters: Letter[] = [];
  for (let at = 0; at < text.length; ) {
    const letter = letterAt(text, at, letters.at(-1));
    letters.push(letter);
    at += letter.source.length;
  }
  return letters;
}

/** How the letters are read, as one string. */
export const readingOf = (letters: readonly Letter[]): string =>
  letters.map(({ read }) => read).join('');

function letterAt(text: string, at: number, before: Letter | undefined): Letter {
  const sign = text.charAt(at);
  if (text.startsWith('\u00e2\u20ac', at)) {
    const meant = MISENCODED[text.charAt(at + 2)];
    if (meant !== undefined) return { read: meant, source: text.slice(at, at + 3) };
  }
  if (sign === '\u00c2' && text.charAt(at + 1) === '\u00a0') {
    return { read: ' ', source: text.slice(at, at + 2) };
  }
  return { read: meantBy(sign, before, text.charAt(at + 1)), source: sign };
}

function meantBy(sign: string, before: Letter | undefined, next: string): string {
  if (DOUBLE_QUOTES.includes(sign)) return '"';
  if (SINGLE_QUOTES.includes(sign)) return "'";
  if (BLANKS.includes(sign)) return ' ';
  if (NOTHING.includes(sign)) return '';
  const beginsWord = before === undefined || /^[\s(]$/.test(before.read);
  return DASHES.includes(sign) && beginsWord && /[A-Za-z?\-\u2013]/.test(next) ? '-' : sign;
}
