/**
 * The command as Windows reads it: arguments with blanks or quotes in quotes, backslashes before a
 * quote doubled. For showing and copying; programs are started with the arguments themselves.
 */
export function commandLine(file: string, args: readonly string[]): string {
  return [file, ...args].map(quoted).join(' ');
}

function quoted(argument: string): string {
  if (argument !== '' && !/[\s"]/.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
}
