import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { ServerClock } from '../../main/host/ports';
import { withFileLock } from './file-lock';
import { writeWholeFile } from './whole-file';

/** JSON knows no Infinity: null stands for it. */
const clockSchema = z.object({
  offsetMs: z.number(),
  /** How far the clock was set; waits don't mind it. */
  jumpMs: z.number().default(0),
  timeFactor: z.number().positive().nullable(),
});

export interface PracticeClock extends ServerClock {
  /** Simulated seconds per real second; Infinity means no waiting at all. */
  timeFactor(): number;
  /** Lets simulated time pass without waiting, up to that moment at least. */
  advanceTo(moment: number): Promise<void>;
  /** Milliseconds that no setting of the clock changes, for measuring how long something takes. */
  elapsed(): number;
  /** Sets the clock forward or back; who waits doesn't wait longer or shorter for it. */
  jump(milliseconds: number): Promise<void>;
}

/** Real time the longest slice of a wait takes, so that others see time pass. */
const sliceMs = 200;

/** Lets time pass at another pace from now on. */
export function changeTimeFactor(folder: string, timeFactor: number): Promise<void> {
  const path = clockPath(folder);
  return withFileLock(`${path}.lock`, () => {
    const { offsetMs, jumpMs } = clockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return writeClock(folder, offsetMs, timeFactor, jumpMs);
  });
}

/** The clock of a simulated server: real time plus an offset that every wait makes larger. */
export function openClock(folder: string): PracticeClock {
  const path = clockPath(folder);
  let last = { offsetMs: 0, jumpMs: 0, timeFactor: 1 };
  let lastText = '';
  const read = () => {
    try {
      const text = readFileSync(path, 'utf8');
      if (text === lastText) return last;
      const found = clockSchema.parse(JSON.parse(text));
      last = { ...found, timeFactor: found.timeFactor ?? Number.POSITIVE_INFINITY };
      lastText = text;
    } catch {
      // Just being replaced: the last known offset is the best answer.
    }
    return last;
  };
  const elapsed = () => Date.now() + read().offsetMs;
  const passUntil = (moment: number) =>
    withFileLock(`${path}.lock`, () => {
      const { offsetMs, jumpMs, timeFactor } = read();
      // Somebody else's wait may have let the time pass already.
      const missing = moment - (Date.now() + offsetMs);
      return missing > 0 ? writeClock(folder, offsetMs + missing, timeFactor, jumpMs) : undefined;
    });
  return {
    now: () => {
      const { offsetMs, jumpMs } = read();
      return new Date(Date.now() + offsetMs + jumpMs);
    },
    timeFactor: () => read().timeFactor,
    advanceTo: (moment) => passUntil(moment - read().jumpMs),
    elapsed,
    jump: (milliseconds) =>
      withFileLock(`${path}.lock`, () => {
        const { offsetMs, jumpMs, timeFactor } = read();
        return writeClock(folder, offsetMs, timeFactor, jumpMs + milliseconds);
      }),
    sleep: async (seconds, signal) => {
      signal?.throwIfAborted();
      const until = elapsed() + seconds * 1000;
      const { timeFactor } = read();
      if (timeFactor === Number.POSITIVE_INFINITY) {
        await pause(0, undefined, { signal });
        await passUntil(until);
        return;
      }
      for (let left = until - elapsed(); left > 0; left = until - elapsed()) {
        const slice = Math.min(left / timeFactor, sliceMs);
        const reached = elapsed() + slice * timeFactor;
        await pause(slice, undefined, { signal });
        if (timeFactor > 1) await passUntil(Math.min(reached, until));
      }
    },
  };
}

/** Starts the clock of a new world; done on return where no promise comes back. */
export function writeClock(
  folder: string,
  offsetMs: number,
  timeFactor: number,
  jumpMs = 0,
): Promise<void> | undefined {
  const content = { offsetMs, jumpMs, timeFactor: Number.isFinite(timeFactor) ? timeFactor : null };
  return writeWholeFile(clockPath(folder), JSON.stringify(clockSchema.parse(content)));
}

function clockPath(folder: string): string {
  return join(folder, 'clock.json');
}
