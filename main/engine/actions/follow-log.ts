import type { ToolReader } from '../../../contract/reader';
import type { ActionContext } from './context';

const POLL_MS = 200;

export interface LogFollower {
  /** Reads what is left, stops following, returns everything this run wrote. */
  finish(): Promise<string>;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Follows the log that a tool writes while it runs: every line goes to the window, known lines
 * move the step's progress. The tool may move an old log away and begin a new one at any time.
 */
export async function followLog(
  path: string | null,
  reader: ToolReader,
  context: ActionContext,
  adopted: boolean,
): Promise<LogFollower> {
  if (path === null) return { finish: () => Promise.resolve('') };
  const readAll = async () => {
    try {
      return (await context.server.readText(path)) ?? '';
    } catch {
      // The log is being moved away or is locked for a moment: the next look reads it.
      return null;
    }
  };
  const before = adopted ? '' : ((await readAll()) ?? '');
  let shown = '';
  let content = '';
  const look = async () => {
    const now = await readAll();
    if (now === null) return;
    const belongs = reader.logBelongsTo?.(now, context.startedAt) ?? true;
    const fresh = before !== '' && now.startsWith(before) ? now.slice(before.length) : now;
    if (!belongs || fresh === '') return;
    content = fresh;
    if (!content.startsWith(shown)) shown = '';
    const end = content.lastIndexOf('\n') + 1;
    const lines = content.slice(shown.length, Math.max(end, shown.length));
    shown += lines;
    for (const line of lines.split(/\r?\n/)) {
      if (line === '') continue;
      context.line('log', line);
      const progress = reader.progress?.(line);
      if (progress) context.milestone(progress.milestone, progress.fraction);
    }
  };
  let following = true;
  const loop = (async () => {
    while (following) {
      await look();
      await pause(POLL_MS);
    }
  })();
  return {
    async finish() {
      following = false;
      await loop;
      await look();
      return content;
    },
  };
}
