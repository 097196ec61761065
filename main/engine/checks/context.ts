import type { Check, CheckKind, CheckOf, CheckResult } from '../../../contract/check';
import type { Readers } from '../../../contract/reader';
import type { Server } from '../../host/server';

export interface CheckContext {
  server: Server;
  readers: Readers;
}

export type Evaluate<K extends CheckKind> = (
  check: CheckOf<K>,
  context: CheckContext,
) => Promise<CheckResult>;

/** A result in the common form. */
export function seen(
  check: Check,
  passed: boolean,
  needed: string,
  found: string,
  evidence: string,
): CheckResult {
  return { label: check.label, verdict: passed ? 'passed' : 'failed', found, needed, evidence };
}

/** A result that must not count as good: the server could not be asked. */
export function unseen(check: Check, needed: string, why: string, evidence: string): CheckResult {
  return { label: check.label, verdict: 'couldNotTell', found: why, needed, evidence };
}
