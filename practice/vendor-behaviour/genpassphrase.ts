import { readLetterOptions } from './letter-options';

/** What genpassphrase does: `display` shows the stored passphrase too, but ends with -1. */
export type PassphraseAction = 'usage' | 'view' | 'display' | 'refuse' | 'write';

export interface PassphraseRequest {
  action: PassphraseAction;
  /** The tool's exit code; 255 stands for -1. */
  exit: 0 | 255;
  /** The file it reads or writes. */
  file: string;
  options: Record<string, string>;
  messages: string[];
}

/** Where genpassphrase keeps its files without `-d`. */
export const privateFolder = 'C:\\ProgramData\\Microsoft Azure Site Recovery\\private\\';

const minimumLength = 16;
const minimumKeyLength = 32;

/**
 * Reads genpassphrase's arguments (the program's name left out). The length is checked with `-l`
 * only, so `-p` sets a passphrase of any length; a file that is there is replaced with `-b` or `-o`
 * only, which on Windows asks first (vendor source, genpassphrase's main; observed in runs of it).
 */
export function readPassphraseArguments(
  argv: readonly string[],
  fileExists: (path: string) => boolean,
): PassphraseRequest {
  const { options, errors } = readLetterOptions(argv, 'dlp', 'boksnrvh');
  const lengthError = checkLength(options);
  if (lengthError !== null) errors.push(lengthError);
  // The folder and the name are put together as they are: -d needs a backslash at its end.
  const folder = options.get('d') || privateFolder;
  const file = `${folder}${options.has('k') ? 'encryption.key' : 'connection.passphrase'}`;
  const action = chooseAction(options, errors, file, fileExists);
  if (action === 'refuse') {
    errors.push(`${file} exists. To create a new passphrase use -b or -o option`);
  }
  const exit = action === 'view' || action === 'write' ? 0 : 255;
  return { action, exit, file, options: Object.fromEntries(options), messages: errors };
}

function chooseAction(
  options: ReadonlyMap<string, string>,
  errors: readonly string[],
  file: string,
  fileExists: (path: string) => boolean,
): PassphraseAction {
  if (errors.length > 0 || options.has('h')) return 'usage';
  if (options.has('v')) return 'view';
  if (options.has('n')) return 'display';
  const replaces = options.has('b') || options.has('o');
  return !replaces && fileExists(file) ? 'refuse' : 'write';
}

function checkLength(options: ReadonlyMap<string, string>): string | null {
  const text = options.get('l');
  if (text === undefined) return null;
  if (!/^\+?[0-9]{1,10}$/.test(text) || Number(text) > 0x7fffffff) {
    return `*** invalid value for -l: '${text}'. Must be a valid number`;
  }
  const length = Number(text);
  const minimum = options.has('k') ? minimumKeyLength : minimumLength;
  // Zero means the usual length.
  if (length === 0 || length >= minimum) return null;
  return `*** Invalid length ${length} for -l option. Must be >= ${minimum}`;
}
