import { text } from '../../../contract/text/engine';

/** Seconds over which the speed is taken: long enough to be calm, short enough to be true. */
const WINDOW_SECONDS = 20;

/**
 * Turns bytes into words: how much, how fast, how long still. `offset` bytes were there before and
 * say nothing about the speed.
 */
export function progressWords(now: () => Date, offset: number) {
  const seen: { at: number; bytes: number }[] = [{ at: now().getTime(), bytes: offset }];
  return (bytes: number, total: number): { milestone: string; fraction: number } => {
    const at = now().getTime();
    seen.push({ at, bytes });
    while (seen.length > 2 && at - (seen[0]?.at ?? at) > WINDOW_SECONDS * 1000) seen.shift();
    const first = seen[0] ?? { at, bytes };
    const seconds = (at - first.at) / 1000;
    const speed = seconds > 0 ? Math.max(0, bytes - first.bytes) / seconds : 0;
    const left = total > 0 && speed > 0 ? (total - bytes) / speed : null;
    return {
      milestone: text.download.progress(bytes, total < 0 ? null : total, speed, left),
      fraction: total > 0 ? Math.min(1, bytes / total) : 0,
    };
  };
}
