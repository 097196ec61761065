/** Options of the form `-x` or `-x value`, and what is wrong with the rest. */
export interface LetterOptions {
  options: Map<string, string>;
  errors: string[];
}

/**
 * Reads options the way the vendor's small native tools do: only the first letter after the dash
 * counts, so `-input` means `-i`; a value must not begin with a dash (vendor source, main of
 * csgetfingerprint and genpassphrase).
 */
export function readLetterOptions(
  argv: readonly string[],
  valued: string,
  flags: string,
): LetterOptions {
  const options = new Map<string, string>();
  const errors: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const token = argv[at] ?? '';
    const letter = token.startsWith('-') ? token.charAt(1) : '';
    if (letter !== '' && flags.includes(letter)) {
      options.set(letter, 'True');
    } else if (letter !== '' && valued.includes(letter)) {
      const value = argv[at + 1];
      if (value === undefined || value.startsWith('-')) {
        errors.push(`*** missing value for -${letter}`);
      } else {
        options.set(letter, value);
        at += 1;
      }
    } else {
      errors.push(`*** Invalid command line option: ${token}`);
    }
  }
  return { options, errors };
}
