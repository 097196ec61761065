import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { endpointIsHeld, holdEndpoint } from './endpoint';
import type { LockHolder, StateStore } from './ports';
import { readWhole, writeWhole } from './step-host-files';

const holderSchema = z.object({
  operation: z.string(),
  user: z.string(),
  pid: z.number().int(),
  program: z.string(),
  since: z.string(),
});

const JOURNAL = 'journal.jsonl';

/** A last line that a crash cut short would spoil the one written after it. */
function dropTornLine(path: string): void {
  if (!existsSync(path)) return;
  const content = readFileSync(path);
  const whole = content.lastIndexOf(10) + 1;
  if (whole < content.length) truncateSync(path, whole);
}

/** True when at least one whole line was written; before that nothing was done. */
function holdsALine(path: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8').includes('\n');
}

/**
 * Keeps journal, lock and reports below one local folder. The caller has made sure that the folder
 * may be trusted (per machine: owner and protected ACL; practice: the user's own data folder).
 */
export function openStateStore(folder: string): StateStore {
  const operations = join(folder, 'operations');
  mkdirSync(operations, { recursive: true, mode: 0o700 });
  const identity = createHash('sha256').update(folder.toLowerCase()).digest('hex').slice(0, 16);
  const lockName = `psm-lock-${identity}`;
  const operationFolder = (id: string) => {
    if (!/^[\w-]+$/.test(id))
      throw new Error('An operation id has only letters, digits and hyphens.');
    return join(operations, id);
  };
  const journalPath = (id: string) => join(operationFolder(id), JOURNAL);

  return {
    append(operationId, line) {
      mkdirSync(operationFolder(operationId), { recursive: true, mode: 0o700 });
      const path = journalPath(operationId);
      dropTornLine(path);
      const bytes = Buffer.from(`${line}\n`);
      const file = openSync(path, 'a', 0o600);
      try {
        const written = writeSync(file, bytes);
        if (written < bytes.length) throw new Error('The disk took only a part of a journal line.');
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
    lines(operationId) {
      const text = existsSync(journalPath(operationId))
        ? readFileSync(journalPath(operationId), 'utf8')
        : '';
      return text
        .slice(0, text.lastIndexOf('\n') + 1)
        .split('\n')
        .filter((line) => line !== '');
    },
    operations: () =>
      readdirSync(operations)
        .filter((id) => holdsALine(join(operations, id, JOURNAL)))
        .sort(),
    stepFolder: (operationId, stepId, attempt) =>
      join(operationFolder(operationId), `${stepId}-${attempt}`),
    stepEndpoint: (operationId, stepId, attempt) =>
      `psm-step-${identity}-${operationId}-${stepId}-${attempt}`,
    async lock(holder) {
      const holderFile = join(folder, 'lock-holder.json');
      const held = await holdEndpoint(lockName);
      if (held === null) {
        return { taken: false, holder: readWhole<LockHolder>(holderFile, holderSchema) };
      }
      try {
        writeWhole(holderFile, holder);
      } catch {
        // The endpoint is the lock; the file only names its holder.
      }
      return { taken: true, release: () => held.release() };
    },
    isLocked: () => endpointIsHeld(lockName),
    writeDocument(operationId, name, content) {
      const path = join(operationFolder(operationId), name);
      writeFileSync(path, content, { mode: 0o600 });
      return path;
    },
  };
}
