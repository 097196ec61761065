/**
 * Splits a Windows command line as .NET Framework does for `Environment.GetCommandLineArgs`.
 * The program's name comes first and knows no escapes: it ends at the first blank outside quotes,
 * so `"a.exe"/b c` has the name `a.exe/b` (observed in a run of the vendor's code). In the
 * arguments only blank and tab separate; 2n backslashes before a quote stand for n, 2n+1 for n and
 * a literal quote; `""` inside quotes is one literal quote and the quotes stay open (the rule of
 * the C runtime since 2005, which .NET Framework follows).
 */
export function splitCommandLine(commandLine: string): string[] {
  const program = readProgramName(commandLine);
  const argv = [program.value];
  let at = skipBlanks(commandLine, program.next);
  while (at < commandLine.length) {
    const argument = readArgument(commandLine, at);
    argv.push(argument.value);
    at = skipBlanks(commandLine, argument.next);
  }
  return argv;
}

/** One argument in the quoting `splitCommandLine` undoes, with quotes only where they are needed. */
export function quoteArgument(argument: string): string {
  if (argument !== '' && !/[\s"]/.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)("|$)/g, (_all, slashes: string, quote: string) =>
    quote === '' ? slashes + slashes : `${slashes}${slashes}\\"`,
  );
  return `"${escaped}"`;
}

/**
 * The command line that `splitCommandLine` takes apart into `argv` again. The first item is the
 * program's name; it can't hold a quote, as Windows knows no escape for it there.
 */
export function joinCommandLine(argv: readonly string[]): string {
  const [program = '', ...rest] = argv;
  const name = program !== '' && !/[ \t]/.test(program) ? program : `"${program}"`;
  return [name, ...rest.map(quoteArgument)].join(' ');
}

interface Piece {
  value: string;
  /** Where reading goes on. */
  next: number;
}

function readProgramName(text: string): Piece {
  let value = '';
  let inQuotes = false;
  let at = 0;
  for (; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '"') inQuotes = !inQuotes;
    else if (!inQuotes && isBlank(letter)) break;
    else value += letter;
  }
  return { value, next: at };
}

function readArgument(text: string, start: number): Piece {
  let value = '';
  let inQuotes = false;
  let at = start;
  while (at < text.length) {
    const slashes = countBackslashes(text, at);
    at += slashes;
    if (text[at] === '"') {
      value += '\\'.repeat(Math.floor(slashes / 2));
      const isDoubled = inQuotes && text[at + 1] === '"';
      if (slashes % 2 === 1 || isDoubled) value += '"';
      else inQuotes = !inQuotes;
      at += slashes % 2 === 0 && isDoubled ? 2 : 1;
      continue;
    }
    value += '\\'.repeat(slashes);
    const letter = text.charAt(at);
    if (letter === '' || (!inQuotes && isBlank(letter))) break;
    value += letter;
    at += 1;
  }
  return { value, next: at };
}

function countBackslashes(text: string, start: number): number {
  let at = start;
  while (text[at] === '\\') at += 1;
  return at - start;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charAt(at))) at += 1;
  return at;
}

function isBlank(letter: string): boolean {
  return letter === ' ' || letter === '\t';
}
