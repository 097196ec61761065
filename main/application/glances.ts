import type { ServerFacts } from '../../contract/facts';
import type { Result } from '../../contract/problem';
import { detect, type LookFor } from '../detection/detect';
import type { Server } from '../host/server';

const RECENT_MS = 30_000;

/** Detection starts about ten tools, so what was just seen serves several askers. */
export interface Glances {
  /** What the server shows now; askers at the same moment share one look. */
  now(wanted: LookFor): Promise<Result<ServerFacts>>;
  /** A look of its own, begun now: for a decision to change something. */
  alone(wanted: LookFor): Promise<Result<ServerFacts>>;
  /** What it showed in the last half minute, else now. Never for a decision to change something. */
  recent(wanted: LookFor): Promise<Result<ServerFacts>>;
  /** What was seen before counts no more: the server was changed. */
  forget(): void;
}

/** Two looks that see the same have the same name. */
const nameOf = ({ setupFile, details, asked = {} }: LookFor) =>
  JSON.stringify([setupFile, asked, ...details]);

export function createGlances(server: Server): Glances {
  const running = new Map<string, Promise<Result<ServerFacts>>>();
  const seen = new Map<string, { facts: Result<ServerFacts>; at: number }>();
  let age = 0;
  const now = (wanted: LookFor) => {
    const name = nameOf(wanted);
    const shared = running.get(name);
    if (shared) return shared;
    const begunAt = age;
    const look = detect(server, wanted)
      .then((facts) => {
        if (facts.ok && begunAt === age) seen.set(name, { facts, at: Date.now() });
        return facts;
      })
      .finally(() => {
        if (running.get(name) === look) running.delete(name);
      });
    running.set(name, look);
    return look;
  };
  return {
    now,
    alone: (wanted) => detect(server, wanted),
    async recent(wanted) {
      const last = seen.get(nameOf(wanted));
      return last && Date.now() - last.at < RECENT_MS ? last.facts : now(wanted);
    },
    forget() {
      age += 1;
      seen.clear();
      running.clear();
    },
  };
}
