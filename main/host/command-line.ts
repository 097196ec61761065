/** A command line as text, split into the program and its arguments. */
export interface SplitCommand {
  file: string;
  args: readonly string[];
}

/**
 * Splits arguments as the C runtime of Windows does: blanks part them, double quotes hold them
 * together, backslashes count only before a quote (2n before it are n, one more is the quote
 * itself), and a doubled quote inside quotes is one.
 * Source: Microsoft, "Parsing C command-line arguments".
 */
export function splitArguments(text: string): string[] {
  const args: string[] = [];
  for (let at = 0; ; ) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (at >= text.length) return args;
    let arg = '';
    let quoted = false;
    for (; at < text.length && (quoted || !/[ \t]/.test(text[at] ?? '')); ) {
      const slashes = /^\\*/.exec(text.slice(at))?.[0].length ?? 0;
      at += slashes;
      if (text[at] !== '"') {
        arg += '\\'.repeat(slashes);
        if (slashes === 0) arg += text[at++];
        continue;
      }
      arg += '\\'.repeat(Math.floor(slashes / 2));
      if (slashes % 2 === 1) arg += '"';
      else if (quoted && text[at + 1] === '"') {
        arg += '"';
        at++;
      } else quoted = !quoted;
      at++;
    }
    args.push(arg);
  }
}

/**
 * All the ways Windows may read a command line, in the order in which it tries them: a quoted
 * program is meant as it stands; without quotes each blank may end the program's path.
 * Source: Microsoft, CreateProcessW, lpCommandLine.
 */
export function readingsOf(command: string): SplitCommand[] {
  const text = command.trim();
  const quoted = /^"([^"]*)"?(.*)$/s.exec(text);
  if (quoted) return [{ file: quoted[1] ?? '', args: splitArguments(quoted[2] ?? '') }];
  const ends = [...text.matchAll(/[ \t]+/g)].map(({ index }) => index);
  return [...ends, text.length].map((end) => ({
    file: text.slice(0, end),
    args: splitArguments(text.slice(end)),
  }));
}
