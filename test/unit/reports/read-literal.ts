/**
 * What PowerShell makes of an expression of single-quoted literals and `[char]0x…` joined by `+`.
 * Written from the rules of PowerShell, not from the code under test: inside single quotes only a
 * quote is special, and two of them are one. Returns the value and where the expression ends; null
 * when it is no such expression.
 */
export function readLiteral(text: string, from = 0): { value: string; end: number } | null {
  if (text[from] !== '(') return readPart(text, from);
  let value = '';
  let at = from + 1;
  while (true) {
    const part = readPart(text, at);
    if (part === null) return null;
    value += part.value;
    at = part.end;
    if (text[at] === ')') return { value, end: at + 1 };
    if (text.slice(at, at + 3) !== ' + ') return null;
    at += 3;
  }
}

/** Quotes that PowerShell takes for a single quote. */
const QUOTES = ["'", '\u2018', '\u2019', '\u201a', '\u201b'];

function readPart(text: string, from: number): { value: string; end: number } | null {
  const code = /^\[char\]0x([0-9A-F]{4})/.exec(text.slice(from, from + 12));
  if (code?.[1]) {
    return { value: String.fromCharCode(Number.parseInt(code[1], 16)), end: from + code[0].length };
  }
  if (!QUOTES.includes(text[from] ?? '')) return null;
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (!QUOTES.includes(text[at] ?? '')) {
      value += text[at];
      continue;
    }
    if (!QUOTES.includes(text[at + 1] ?? '')) return { value, end: at + 1 };
    value += text[at];
    at += 1;
  }
  return null;
}
