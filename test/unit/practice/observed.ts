import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type Contents,
  contentsSchema,
  type RecordKind,
} from '../../../practice/vendor-behaviour/replay-records';

const folder = new URL('../../data/observed/', import.meta.url);
const recordSchema = z.looseObject({ id: z.string(), expect: z.record(z.string(), z.unknown()) });

/** A recorded case as it stands in its file, only known to have an id and an outcome. */
export type ObservedRecord = z.infer<typeof recordSchema>;

/** A file of the recorded sample. */
export function readObserved(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** Every record of one kind. */
export function observedRecords(kind: RecordKind): ObservedRecord[] {
  const lines = readObserved(`${kind}.jsonl`).split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line): ObservedRecord => recordSchema.parse(JSON.parse(line)));
}

/** The file contents the command lines refer to by name. */
export function observedContents(): Contents {
  return contentsSchema.parse(JSON.parse(readObserved('contents.json')));
}
