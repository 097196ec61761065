import type { OperationSummary } from '../../contract/operation';
import { text } from '../../contract/text/engine';
import type { LockHolder } from '../host/ports';

const BOOT_TOLERANCE_MS = 60_000;

/** Boots are told apart by their time, which moves a little when the clock is set. */
export function isSameBoot(a: string, b: string): boolean {
  return a === b || Math.abs(Date.parse(a) - Date.parse(b)) < BOOT_TOLERANCE_MS;
}

/** Who works on this server now, in words. */
export function describeHolder(holder: LockHolder | null): string {
  return holder
    ? text.lockHolder(holder.operation, holder.user, holder.pid, holder.since)
    : text.lockHolderUnknown;
}

/** A journal that can't be read is shown as such and harms nothing else. */
export function unreadable(id: string): OperationSummary {
  return {
    id,
    runbook: '',
    title: text.journalUnreadable,
    status: 'stopped',
    openedAt: '',
    closedAt: null,
    stepsDone: 0,
    stepsTotal: 0,
  };
}
