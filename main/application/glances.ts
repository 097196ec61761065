import type { ServerFacts } from '../../contract/facts';
import type { Result } from '../../contract/problem';
import { detect } from '../detection/detect';
import type { Server } from '../host/server';

const RECENT_MS = 30_000;

/** Detection starts about ten tools, so what was just seen serves several askers. */
export interface Glances {
  /** What the server shows now; askers at the same moment share one look. */
  now(setupFile: string | null): Promise<Result<ServerFacts>>;
  /** A look of its own, begun now: for a decision to change something. */
  alone(setupFile: string | null): Promise<Result<ServerFacts>>;
  /** What it showed in the last half minute, else now. Never for a decision to change something. */
  recent(setupFile: string | null): Promise<Result<ServerFacts>>;
  /** What was seen before counts no more: the server was changed. */
  forget(): void;
}

export function createGlances(server: Server): Glances {
  const running = new Map<string | null, Promise<Result<ServerFacts>>>();
  const seen = new Map<string | null, { facts: Result<ServerFacts>; at: number }>();
  let age = 0;
  const now = (setupFile: string | null) => {
    const shared = running.get(setupFile);
    if (shared) return shared;
    const begunAt = age;
    const look = detect(server, setupFile)
      .then((facts) => {
        if (facts.ok && begunAt === age) seen.set(setupFile, { facts, at: Date.now() });
        return facts;
      })
      .finally(() => {
        if (running.get(setupFile) === look) running.delete(setupFile);
      });
    running.set(setupFile, look);
    return look;
  };
  return {
    now,
    alone: (setupFile) => detect(server, setupFile),
    async recent(setupFile) {
      const last = seen.get(setupFile);
      return last && Date.now() - last.at < RECENT_MS ? last.facts : now(setupFile);
    },
    forget() {
      age += 1;
      seen.clear();
      running.clear();
    },
  };
}
