import type { ListProgram } from '../../../contract/list-program';

const isPlain = (character: string) => character >= ' ' && character <= '~';

const quoted = (plain: string) => `'${plain.replaceAll("'", "''")}'`;

/**
 * A value as an expression of PowerShell that nothing in it can leave: single-quoted, and every
 * character that is not printable ASCII by its code. Line breaks, typographic quotes (which end a
 * literal as well) and the code page of the file can change nothing.
 */
export function literal(value: string): string {
  const parts: string[] = [];
  let plain = '';
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (isPlain(character)) {
      plain += character;
      continue;
    }
    // The first part is always a string, so that every `+` joins strings.
    if (plain !== '' || parts.length === 0) parts.push(quoted(plain));
    plain = '';
    parts.push(`[char]0x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  }
  if (plain !== '' || parts.length === 0) parts.push(quoted(plain));
  return parts.length === 1 ? parts.join('') : `(${parts.join(' + ')})`;
}

/** A list of values as an array of PowerShell. */
export const list = (values: readonly string[]) => `@(${values.map(literal).join(', ')})`;

/** A table of PowerShell from names to expressions, which are put in as they are. */
export function table(entries: Readonly<Record<string, string>>): string {
  const rows = Object.entries(entries).map(([name, value]) => `${literal(name)} = ${value}`);
  return rows.length === 0 ? '@{}' : `@{ ${rows.join('; ')} }`;
}

/** A table from names to values. */
export const valueTable = (values: Readonly<Record<string, string>>) =>
  table(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, literal(value)])));

/** The arguments that start a program that asks for a row of its list. */
export const listProgramArguments = (
  { file, args, cwd, timeoutSeconds }: ListProgram,
  wanted: Readonly<Record<string, string>>,
) =>
  `-File ${literal(file)} -Arguments ${list(args)} -Folder ${literal(cwd)}` +
  ` -Seconds ${timeoutSeconds} -Wanted ${valueTable(wanted)}`;

/** A shipped script as one literal over several lines, so that it can be read in the export. */
export function scriptLiteral(script: string): string {
  const whole = script.replaceAll('\r\n', '\n');
  if (!/^[\n\x20-\x7e]*$/.test(whole)) throw new Error('A shipped script is plain ASCII.');
  return quoted(whole);
}

/** One line of comment: no value in it can begin a line of code. */
export const comment = (words: string) =>
  `# ${words.replace(/\s+/g, ' ').replace(/[^\x20-\x7e]/g, '?')}`.trimEnd();
