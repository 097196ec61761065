import type { LogLine } from '../../contract/operation';

const LINES_KEPT = 20_000;
const HELD_MS = 50;

/** The newest lines of an operation at work, handed on in groups so that a flood floods nobody. */
export interface LiveLines {
  add(stepId: string, source: LogLine['source'], line: string): void;
  /** Those still kept from this sequence number on. */
  from(seq: number): LogLine[];
  /** Hands on at once what was held back. */
  flush(): void;
}

export function createLiveLines(
  clean: (line: string) => string,
  tell: (lines: readonly LogLine[]) => void,
): LiveLines {
  const kept: LogLine[] = [];
  let pending: LogLine[] = [];
  let next = 0;
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const lines = pending;
    pending = [];
    if (lines.length > 0) tell(lines);
  };
  return {
    add(stepId, source, line) {
      const entry = { seq: next, stepId, source, text: clean(line) };
      next += 1;
      kept.push(entry);
      if (kept.length > LINES_KEPT) kept.splice(0, LINES_KEPT / 10);
      pending.push(entry);
      timer ??= setTimeout(flush, HELD_MS);
    },
    from: (seq) => kept.filter((line) => line.seq >= seq),
    flush,
  };
}
