import { type CdpcliOperation, cdpcliOperation } from './cdpcli-operations';

/** What cdpcli's parser makes of its arguments; the operation itself isn't run. */
export interface CdpcliResult {
  exit: 0 | 1;
  parserAccepted: boolean;
  /** Empty when no operation was recognised. */
  operation: string;
  options: Record<string, string>;
  messages: string[];
}

const usageMark = '[usage]';
const takesPlainArgument: ReadonlySet<string> = new Set(['hide', 'unhide_ro', 'unhide_rw']);

/**
 * Reads cdpcli's arguments (the program's name left out), as far as its parser goes: `exit` is 0
 * when it would run the operation or shows help (vendor source, cdpcli's main; observed in runs).
 * `pathExists` answers for the retention database of `--db`.
 */
export function readCdpcliArguments(
  argv: readonly string[],
  pathExists: (path: string) => boolean = () => false,
): CdpcliResult {
  const [first = '', ...rest] = argv;
  const operation = cdpcliOperation(first);
  if (first.toLowerCase() === '--h') {
    return { exit: 0, parserAccepted: true, operation: '', options: {}, messages: [usageMark] };
  }
  if (!operation) {
    return { exit: 1, parserAccepted: false, operation: '', options: {}, messages: [usageMark] };
  }
  const options = new Map<string, string>();
  const refusal =
    readOptions(operation, rest, options) ??
    checkValues(operation, options, pathExists) ??
    checkLogLevel(options);
  const parserAccepted = refusal === null;
  return {
    exit: parserAccepted ? 0 : 1,
    parserAccepted,
    operation: operation.name,
    options: Object.fromEntries(options),
    messages: refusal ?? [],
  };
}

/** Collects the options; the messages of the refusal, or null. */
function readOptions(
  operation: CdpcliOperation,
  argv: readonly string[],
  options: Map<string, string>,
): string[] | null {
  // The vendor joins all arguments with blanks and splits the text again at each " --".
  const [plain = '', ...tokens] = ` ${argv.map((argument) => `${argument} `).join('')}`.split(
    ' --',
  );
  if (plain !== '' && plain !== ' ' && !takesPlainArgument.has(operation.name)) {
    return [`Invalid option: ${plain} `];
  }
  for (const token of tokens) {
    const refusal = readOption(operation, trim(token), options);
    if (refusal) return refusal;
  }
  return null;
}

function readOption(
  operation: CdpcliOperation,
  token: string,
  options: Map<string, string>,
): string[] | null {
  const equals = token.indexOf('=');
  const name = equals < 0 ? token : token.slice(0, equals);
  const rest = equals < 0 ? '' : token.slice(equals + 1);
  const isSingle = rest === '';
  if (isSingle) {
    if (!operation.single.includes(name)) return [`syntax error near: ${token} `, usageMark];
  } else if (![...operation.valued, 'loglevel', 'logpath'].includes(name)) {
    return [`Invalid option: ${name} `, usageMark];
  }
  if (options.has(name)) return [`${name}  has been specified multiple times.`, usageMark];
  options.set(name, trim(rest));
  return null;
}

function checkValues(
  operation: CdpcliOperation,
  options: ReadonlyMap<string, string>,
  pathExists: (path: string) => boolean,
): string[] | null {
  const database = options.get('db');
  if (database !== undefined && !pathExists(database)) return [`Invalid DB Path ${database}`];
  const asksServer = operation.single.includes('custom') && options.has('custom');
  const isComplete = ['ip', 'port', 'hostid'].every((name) => options.has(name));
  return asksServer && !isComplete ? [usageMark] : null;
}

/** The level is read as 64 bits unsigned and cut to 32 signed ones, so -0 and 4294967297 pass. */
function checkLogLevel(options: ReadonlyMap<string, string>): string[] | null {
  const text = options.get('loglevel');
  if (text === undefined) return null;
  const digits = /^[+-]?([0-9]+)$/.exec(text)?.[1];
  if (digits === undefined) return ['bad lexical cast'];
  const value = BigInt(digits);
  if (BigInt.asUintN(64, value) !== value) return ['bad lexical cast'];
  const level = BigInt.asIntN(32, text.startsWith('-') ? -value : value);
  if (level >= 0n && level <= 7n) return null;
  return [`Invalid loglevel ${level}, range of loglevel from 0to7`];
}

/** Removes what the vendor's parser takes for blanks. */
function trim(text: string): string {
  const isBlank = (letter: string) => ' \n\b\t\x07\r\f'.includes(letter);
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charAt(start))) start += 1;
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
