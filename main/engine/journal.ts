import type { CheckResult } from '../../contract/check';
import {
  type JournalEntry,
  type JournalRecord,
  journalRecordSchema,
} from '../../contract/operation';
import type { Problem } from '../../contract/problem';
import type { StateStore } from '../host/ports';
import type { Redactor } from './redact';

/** The journal of one operation: every line is on the disk before `write` returns. */
export interface Journal {
  readonly operationId: string;
  write(entry: JournalEntry): JournalRecord;
}

/** Reads the journal of an operation. A line that does not parse is an error, never passed over. */
export function readJournal(store: StateStore, operationId: string): JournalRecord[] {
  return store.lines(operationId).map((line) => journalRecordSchema.parse(JSON.parse(line)));
}

/** The problem with every secret masked. */
function cleanProblem(problem: Problem, redactor: Redactor): Problem {
  return {
    what: redactor.clean(problem.what),
    meaning: redactor.clean(problem.meaning),
    next: redactor.clean(problem.next),
    toolWords: problem.toolWords.map((words) => redactor.clean(words)),
    code: problem.code,
  };
}

function cleanCheck(check: CheckResult, redactor: Redactor): CheckResult {
  return {
    ...check,
    found: redactor.clean(check.found),
    evidence: redactor.clean(check.evidence),
  };
}

/** Free text is masked; words that have a meaning of their own (status, kind) are not. */
function cleanEntry(entry: JournalEntry, redactor: Redactor): JournalEntry {
  if (entry.kind !== 'stepEnded' && entry.kind !== 'undoEnded') return entry;
  const cleaned = {
    checks: entry.checks.map((check) => cleanCheck(check, redactor)),
    problem: entry.problem && cleanProblem(entry.problem, redactor),
  };
  if (entry.kind === 'undoEnded') return { ...entry, ...cleaned };
  return {
    ...entry,
    ...cleaned,
    facts: Object.fromEntries(
      Object.entries(entry.facts).map(([name, value]) => [name, redactor.clean(value)]),
    ),
  };
}

export function openJournal(
  store: StateStore,
  operationId: string,
  redactor: Redactor,
  now: () => Date,
): Journal {
  let seq = store.lines(operationId).length;
  return {
    operationId,
    write(entry) {
      const record = journalRecordSchema.parse({
        ...cleanEntry(entry, redactor),
        seq,
        at: now().toISOString(),
      });
      seq += 1;
      store.append(operationId, JSON.stringify(record));
      return record;
    },
  };
}
