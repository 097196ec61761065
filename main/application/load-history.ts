import { z } from 'zod';
import type { LoadSample, ServerFacts } from '../../contract/facts';
import type { Server } from '../host/server';
import type { Procedures } from './procedures';

const KEPT_MINUTES = 15;
const FRESH_SECONDS = 45;

const answerSchema = z.object({
  processorPercent: z.number(),
  memoryPercent: z.number(),
  sentBytesPerSecond: z.number(),
});

/** The load of the server as it was looked at while somebody watched; nothing is sampled unasked. */
export interface LoadHistory {
  /** Samples of the last 15 minutes, oldest first, with a new one unless the newest is fresh. */
  read(): Promise<LoadSample[]>;
  forget(): void;
}

/** Free part of the drive that holds the cache; null when no process server is installed. */
function cacheFree({ configuration, drives }: ServerFacts): number | null {
  const letter = configuration.installFolder?.slice(0, 2).toUpperCase();
  const drive = drives.find((one) => one.letter.toUpperCase() === letter);
  if (!drive || drive.freeBytes === null || !drive.sizeBytes) return null;
  return (drive.freeBytes / drive.sizeBytes) * 100;
}

export function createLoadHistory(
  { scripts, clock }: Server,
  procedures: Pick<Procedures, 'glance'>,
): LoadHistory {
  let samples: LoadSample[] = [];
  let looking: Promise<void> | null = null;
  const secondsSince = (at: string) => (clock.now().getTime() - Date.parse(at)) / 1000;
  const look = async () => {
    const answer = await scripts.run('read-load', {}, answerSchema, 60);
    const facts = await procedures.glance();
    if (!answer.ok || !facts.ok) return;
    const at = clock.now().toISOString();
    samples.push({ at, ...answer.value, cacheFreePercent: cacheFree(facts.value) });
  };
  return {
    async read() {
      const newest = samples.at(-1);
      if (!newest || Math.abs(secondsSince(newest.at)) > FRESH_SECONDS) {
        looking ??= look().finally(() => {
          looking = null;
        });
        await looking;
      }
      samples = samples.filter(({ at }) => {
        const age = secondsSince(at);
        return age >= -1 && age <= KEPT_MINUTES * 60;
      });
      return [...samples];
    },
    forget() {
      samples = [];
    },
  };
}
