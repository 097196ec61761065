import { renameSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { whileInUse, whileInUseSync } from './while-in-use';

/** Renames a file over another; tries for a second while Windows says that one is in use. */
export function renameOver(from: string, to: string): Promise<void> {
  return whileInUse(() => rename(from, to));
}

/** The same for writers that must be through before they return. */
export function renameOverSync(from: string, to: string): void {
  whileInUseSync(() => renameSync(from, to));
}
