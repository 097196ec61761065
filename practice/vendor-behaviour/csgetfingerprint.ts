import { readLetterOptions } from './letter-options';

/** What csgetfingerprint would do with its arguments. */
export interface FingerprintRequest {
  /** False when it shows its usage and ends with exit code -1. */
  parserAccepted: boolean;
  options: Record<string, string>;
  messages: string[];
}

/**
 * Reads csgetfingerprint's arguments (the program's name left out): `-i` and `-p` are needed,
 * anything unknown ends it (vendor source, csgetfingerprint's main; observed in runs of it).
 */
export function readFingerprintArguments(argv: readonly string[]): FingerprintRequest {
  const { options, errors } = readLetterOptions(argv, 'ipuw', 'vnorh');
  for (const letter of ['i', 'p']) {
    if (!options.has(letter)) errors.push(`*** -${letter} option required`);
  }
  return {
    parserAccepted: errors.length === 0 && !options.has('h'),
    options: Object.fromEntries(options),
    messages: errors,
  };
}
