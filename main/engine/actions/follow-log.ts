import type { ToolReader } from '../../../contract/reader';
import { joinServerPath } from '../../../contract/server-path';
import type { ServerFiles } from '../../host/ports';
import type { Server } from '../../host/server';
import type { ActionContext } from './context';

const POLL_MS = 200;

/** How the lines of a log are read. */
type LogReader = Omit<ToolReader, 'judge'>;

/** What following a log uses of the server and of the step. */
export interface LogContext extends Pick<ActionContext, 'startedAt' | 'line' | 'milestone'> {
  server: Pick<Server, 'readText'> & { files: Pick<ServerFiles, 'stat' | 'list'> };
}

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
  reader: LogReader,
  context: LogContext,
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
  /** A log that begins otherwise than before is new, whatever a clock that was set back says. */
  const isNew = (now: string) => !adopted && firstLine(now) !== firstLine(before);
  const belongsHere = (now: string) =>
    (reader.logBelongsTo?.(now, context.startedAt) ?? true) || isNew(now);
  let shown = '';
  let content = '';
  const look = async () => {
    const now = await readAll();
    if (now === null) return;
    const belongs = belongsHere(now);
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
      return content === '' ? await findPutAway(path, reader, context) : content;
    },
  };
}

const firstLine = (text: string) => text.slice(0, text.indexOf('\n') + 1);

/** The log of this run where its tool puts old ones away; empty when there is none. */
async function findPutAway(
  path: string,
  reader: LogReader,
  { server, startedAt }: LogContext,
): Promise<string> {
  const place = reader.putAwayTo?.(path);
  if (!place || (await server.files.stat(place.folder)) === null) return '';
  const names = (await server.files.list(place.folder)).filter((name) =>
    name.toLowerCase().endsWith(place.nameEnd.toLowerCase()),
  );
  for (const name of names.sort().reverse()) {
    const log = await server.readText(joinServerPath(place.folder, name)).catch(() => null);
    if (log !== null && (reader.logBelongsTo?.(log, startedAt) ?? false)) return log;
  }
  return '';
}
