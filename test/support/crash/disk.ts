import { appendFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StateStore } from '../../../main/host/ports';

/** How a disk is left behind: right after a record of the journal, or in the middle of writing it. */
export type Cut = 'after' | 'torn';

/** What is on the disks at one moment of an operation. */
export interface Image {
  folder: string;
  /** The record of its operation that was written last, or was being written; the first is 0. */
  record: number;
  cut: Cut;
}

/** Locks of programs that are gone keep nobody out; these would be taken for our own. */
const isLock = (path: string) => /\.lock(?:\.breaking)?$/.test(path);

/** Copies a state folder with the practice server in it, as it is at this moment. */
export function copyState(from: string, to: string): string {
  mkdirSync(to, { recursive: true });
  // What was verified counts as unchanged by its date.
  cpSync(from, to, { recursive: true, preserveTimestamps: true, filter: (path) => !isLock(path) });
  return to;
}

const journalOf = (folder: string, operationId: string) =>
  join(folder, 'operations', operationId, 'journal.jsonl');

/** Leaves the first half of a line at the end of a journal. */
function tear(folder: string, operationId: string, line: string): void {
  const path = journalOf(folder, operationId);
  mkdirSync(join(folder, 'operations', operationId), { recursive: true });
  appendFileSync(path, line.slice(0, Math.ceil(line.length / 2)));
}

export interface ImagesOptions {
  folder: string;
  /** Folder that images are put in. */
  into: string;
  /** Whether an image is taken there. */
  isWanted(record: number, cut: Cut): boolean;
  taken(image: Image): void;
}

/**
 * A store that copies everything on the disks at each record, in one go, so that no tool that runs
 * beside it gets further meanwhile: exactly what is there when the power goes at that moment.
 */
export const takingImages =
  ({ folder, into, isWanted, taken }: ImagesOptions) =>
  (store: StateStore): StateStore => ({
    ...store,
    append(operationId, line) {
      const record = store.lines(operationId).length;
      const image = (cut: Cut): Image => ({
        folder: copyState(folder, join(into, `${record}-${cut}`)),
        record,
        cut,
      });
      if (isWanted(record, 'torn')) {
        const torn = image('torn');
        tear(torn.folder, operationId, line);
        taken(torn);
      }
      store.append(operationId, line);
      if (isWanted(record, 'after')) taken(image('after'));
    },
  });

/** A disk that is full from that record of an operation on, until there is room. */
export function fillingUp(folder: string, from: number) {
  const disk = { isFull: false, hasRoom: false };
  const around = (store: StateStore): StateStore => ({
    ...store,
    append(operationId, line) {
      if (!disk.hasRoom && (disk.isFull || store.lines(operationId).length >= from)) {
        // The first time a part still fits.
        if (!disk.isFull) tear(folder, operationId, line);
        disk.isFull = true;
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
          code: 'ENOSPC',
        });
      }
      store.append(operationId, line);
    },
  });
  return { disk, around };
}
