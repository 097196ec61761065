import { type Difference, diffRecord, type Outcome, replayRecord } from './vendor-behaviour/replay';
import {
  type Contents,
  contentsSchema,
  type RecordKind,
  recordKinds,
  recordSchemas,
} from './vendor-behaviour/replay-records';

/** One recorded case played again: what came out, and where that differs from the recording. */
export interface Replayed {
  id: string;
  got: Outcome;
  differences: readonly Difference[];
}

/**
 * Plays a file of recorded cases again, one JSON object a line, and gives each outcome as it comes.
 * The kind is taken from the file's name (`unifiedsetup-args`, `proxy-files`, `passphrase-files`,
 * `options`) or, failing that, from the first record's form. `contentsText` is the JSON object of
 * named file contents that command lines refer to. Throws when a line isn't such a record.
 */
export function* replayFile(
  text: string,
  fileName: string,
  kind?: RecordKind,
  contentsText = '{}',
): Generator<Replayed> {
  const contents: Contents = contentsSchema.parse(JSON.parse(contentsText));
  let known = kind ?? kindOfName(fileName);
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const json: unknown = JSON.parse(line);
    known ??= kindOfForm(json);
    const { id, expect } = recordSchemas[known].parse(json);
    const got = replayRecord(known, json, contents);
    yield { id, got, differences: diffRecord(known, expect, got) };
  }
}

/** The kind of that name; throws when there is none. */
export function parseRecordKind(name: string): RecordKind {
  const kind = recordKinds.find((one) => one === name);
  if (!kind) throw new Error(`There is no kind ${name}. There are: ${recordKinds.join(', ')}.`);
  return kind;
}

function kindOfName(fileName: string): RecordKind | undefined {
  return recordKinds.find((kind) => fileName.toLowerCase().includes(kind));
}

function kindOfForm(json: unknown): RecordKind {
  const kind = recordKinds.find((candidate) => recordSchemas[candidate].safeParse(json).success);
  if (!kind) throw new Error('The first line is no record of a known kind.');
  return kind;
}
