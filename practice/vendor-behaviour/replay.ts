import { readCdpcliArguments } from './cdpcli';
import { readFingerprintArguments } from './csgetfingerprint';
import { readConfigToolArguments } from './cspsconfigtool';
import { decideSetup } from './decide-setup';
import { dotnetBlanks } from './dotnet-text';
import { privateFolder, readPassphraseArguments } from './genpassphrase';
import { readPassphraseFile } from './passphrase-file';
import { readProxyFile } from './proxy-file';
import {
  type Contents,
  type OptionsRecord,
  type RecordKind,
  recordSchemas,
  type SetupRecord,
} from './replay-records';
import type { InstalledServer } from './setup-environment';
import { splitCommandLine } from './windows-argv';

/** One field in which a replay differs from what was recorded. */
export interface Difference {
  field: string;
  expected: unknown;
  got: unknown;
}

/** A record's outcome, shaped like its `expect`. */
export type Outcome = Record<string, unknown>;

/** What the recorded servers said about an installed process server. */
const installed: InstalledServer = {
  csIp: '10.20.30.40',
  serverFolder: 'D:\\ASR\\home\\svsystems',
  agentFolder: 'D:\\ASR',
  registeredAgentFolder: 'C:\\ProgramData\\ASR\\agent',
};

/**
 * Plays one recorded case again and returns its outcome, shaped like the record's `expect`.
 * Throws a `ZodError` when the record doesn't have the shape of its kind.
 */
export function replayRecord(kind: RecordKind, record: unknown, contents: Contents): Outcome {
  switch (kind) {
    case 'unifiedsetup-args':
      return replaySetup(recordSchemas[kind].parse(record), contents);
    case 'proxy-files': {
      const { valid, message, reason, read, used } = readProxyFile(
        recordSchemas[kind].parse(record).base64,
      );
      return { valid, message, reason, read, used: used ?? undefined };
    }
    case 'passphrase-files':
      return { ...readPassphraseFile(recordSchemas[kind].parse(record).base64) };
    case 'options':
      return replayOptions(recordSchemas[kind].parse(record));
  }
}

const exactFields: Record<RecordKind, readonly string[]> = {
  'unifiedsetup-args': ['exit', 'accepted', 'params', 'effective', 'subcommands'],
  'proxy-files': ['valid', 'used', 'read'],
  'passphrase-files': ['hex', 'length', 'value'],
  options: ['exit', 'parserAccepted'],
};

const textFields: Record<RecordKind, readonly string[]> = {
  'unifiedsetup-args': ['parserError', 'message', 'message2'],
  'proxy-files': ['message', 'reason'],
  'passphrase-files': [],
  options: [],
};

/** Fields that count only where the recording has them. */
const optionalFields: ReadonlySet<string> = new Set(['value', 'parserAccepted', 'read']);

/**
 * Where a replay differs from the recording, field by field. Texts are compared by their first 120
 * characters with white space collapsed, as they were recorded; the recorder's notes don't count.
 */
export function diffRecord(kind: RecordKind, expect: Outcome, got: Outcome): Difference[] {
  const differences: Difference[] = [];
  for (const field of exactFields[kind]) {
    const expected = normal(kind, field, expect[field]);
    const actual = normal(kind, field, got[field]);
    if (isLeftOut(kind, field, expect)) continue;
    if (!isSame(expected, actual)) differences.push({ field, expected, got: actual });
  }
  for (const field of textFields[kind]) {
    const expected = beginning(expect[field]);
    const actual = beginning(got[field]);
    if (expected !== actual) differences.push({ field, expected, got: actual });
  }
  return differences;
}

function isLeftOut(kind: RecordKind, field: string, expect: Outcome): boolean {
  if (expect[field] !== undefined) return false;
  // A tool without an exit code of its own has none recorded.
  return optionalFields.has(field) || (kind === 'options' && field === 'exit');
}

/** The recorder ran the small tools where an exit code has 8 bits. */
function normal(kind: RecordKind, field: string, value: unknown): unknown {
  const isShort = kind === 'options' && field === 'exit' && typeof value === 'number';
  return isShort ? value & 255 : value;
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  const leftEntries = Object.entries(left);
  const rightEntries = new Map(Object.entries(right));
  return (
    leftEntries.length === rightEntries.size &&
    leftEntries.every(
      ([key, value]) => rightEntries.has(key) && isSame(value, rightEntries.get(key)),
    )
  );
}

/** White space as the recorder knew it: the separators U+001C–U+001F belong to it. */
const recordedBlanks = new RegExp(`[${dotnetBlanks}\\u001C-\\u001F]+`, 'g');

function beginning(value: unknown): string {
  if (typeof value !== 'string') return '';
  const collapsed = value.replace(recordedBlanks, ' ').replace(/^ | $/g, '');
  return Array.from(collapsed).slice(0, 120).join('').replace(/ $/, '');
}

function replaySetup({ raw, env }: SetupRecord, contents: Contents): Outcome {
  const files = new Map<string, Uint8Array>();
  for (const [path, name] of Object.entries(env.files)) {
    const content = contents[name];
    if (!content) throw new Error(`The content "${name}" isn't known.`);
    files.set(path, content);
  }
  const drives = new Map(Object.entries(env.drives));
  const decided = decideSetup(splitCommandLine(raw), { ...env, drives, files, installed });
  return {
    exit: decided.exit,
    accepted: decided.accepted,
    verdict: decided.verdict,
    params: { ...decided.params },
    // The recording has the first line of the parser's error only.
    parserError: decided.parserError?.split('\n')[0],
    message: decided.message ?? undefined,
    message2: decided.message2 ?? undefined,
    effective: decided.effective ?? undefined,
    subcommands: decided.subcommands?.map(({ text }) => text),
  };
}

function replayOptions({ tool, argv }: OptionsRecord): Outcome {
  switch (tool) {
    case 'cdpcli':
      return { ...readCdpcliArguments(argv) };
    case 'cspsconfigtool':
      return { ...readConfigToolArguments(argv) };
    case 'csgetfingerprint':
      // Nothing listened where the recorder asked, so every request failed.
      return { exit: 255, ...readFingerprintArguments(argv) };
    case 'genpassphrase': {
      const stored = `${privateFolder}connection.passphrase`;
      return { ...readPassphraseArguments(argv, (path) => path === stored) };
    }
  }
}
