import { create } from 'zustand';
import type { LogLine, OperationState, OperationSummary } from '../../../contract/operation';
import type { Problem } from '../../../contract/problem';
import type { Started } from '../../../contract/runbook';
import { listen, problemOf, request } from './client';
import { mergeLines } from './log-lines';

/** Secrets that main needs again before an operation can go on. */
export interface SecretsWanted {
  operationId: string;
  names: readonly string[];
  /** What goes on once they are entered. */
  goOn: 'resume' | 'undo';
}

export interface Operations {
  /** The operation that main calls the current one. */
  currentId: string | null;
  byId: Readonly<Record<string, OperationState>>;
  lines: Readonly<Record<string, readonly LogLine[]>>;
  summaries: readonly OperationSummary[] | null;
  problem: Problem | null;
  secretsWanted: SecretsWanted | null;
  /** Does what may fail; a problem is shown on the page. */
  attempt(work: () => Promise<void>): Promise<void>;
  load(): Promise<void>;
  list(): Promise<void>;
  watch(operationId: string): Promise<void>;
  cancel(operationId: string): Promise<void>;
  retry(operationId: string): Promise<void>;
  resume(operationId: string): Promise<void>;
  stop(operationId: string): Promise<void>;
  /** Takes back what can be taken back of an operation that is not at work. */
  undo(operationId: string): Promise<void>;
  dismissSecrets(): void;
  forget(): void;
}

const SECRETS_NEEDED = 'secretsNeeded';
const NOTHING = {
  currentId: null,
  byId: {},
  lines: {},
  summaries: null,
  problem: null,
  secretsWanted: null,
};

/** Every operation this window has seen, live. */
export const useOperations = create<Operations>((set, get) => {
  const attempt = async (work: () => Promise<void>) => {
    set({ problem: null });
    try {
      await work();
    } catch (error) {
      set({ problem: problemOf(error) });
    }
  };
  const follow = async (
    operationId: string,
    started: Started,
    goOn: SecretsWanted['goOn'] = 'resume',
  ) => {
    if (started.started) {
      set({ secretsWanted: null });
      await get().watch(started.operationId);
    } else if (started.problem.code === SECRETS_NEEDED) {
      set({ secretsWanted: { operationId, names: started.problem.toolWords, goOn } });
    } else {
      set({ problem: started.problem });
    }
  };
  return {
    ...NOTHING,
    attempt,
    load: () =>
      attempt(async () => {
        const current = await request('operation.current', null);
        const summaries = await request('operation.list', null);
        set({ summaries });
        const id = current?.id ?? unfinished(summaries);
        if (id === null) return;
        await get().watch(id);
        set({ currentId: id });
      }),
    list: () => attempt(async () => set({ summaries: await request('operation.list', null) })),
    watch: (operationId) =>
      attempt(async () => {
        const fromSeq = (get().lines[operationId]?.at(-1)?.seq ?? -1) + 1;
        const { state, lines } = await request('operation.subscribe', { operationId, fromSeq });
        set((before) => ({ byId: { ...before.byId, [state.id]: state } }));
        addLines(operationId, lines);
      }),
    cancel: (operationId) =>
      attempt(async () => void (await request('operation.cancel', { operationId }))),
    retry: (operationId) =>
      attempt(async () => follow(operationId, await request('operation.retry', { operationId }))),
    resume: (operationId) =>
      attempt(async () => follow(operationId, await request('operation.resume', { operationId }))),
    stop: (operationId) =>
      attempt(async () => {
        await request('operation.stop', { operationId });
        await get().watch(operationId);
      }),
    undo: (operationId) =>
      attempt(async () =>
        follow(operationId, await request('operation.undo', { operationId }), 'undo'),
      ),
    dismissSecrets: () => set({ secretsWanted: null }),
    forget: () => set(NOTHING),
  };
});

/** The newest operation, when it failed and nobody has stopped it: it can still be retried. */
function unfinished(summaries: readonly OperationSummary[]): string | null {
  const newest = newestOf(summaries);
  return newest?.status === 'failed' ? newest.id : null;
}

/** The operation that was begun last. */
export const newestOf = (
  summaries: readonly OperationSummary[] | null,
): OperationSummary | undefined =>
  summaries?.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1))[0];

function keep(state: OperationState): void {
  useOperations.setState((before) => ({
    currentId: state.id,
    byId: { ...before.byId, [state.id]: state },
  }));
}

function addLines(operationId: string, lines: readonly LogLine[]): void {
  if (lines.length === 0) return;
  useOperations.setState((before) => ({
    lines: {
      ...before.lines,
      [operationId]: mergeLines(before.lines[operationId] ?? [], lines),
    },
  }));
}

/** Keeps the store up with main's events. */
export function followOperations(): () => void {
  const endChanged = listen('operation.changed', keep);
  const endLines = listen('operation.lines', ({ operationId, lines }) =>
    addLines(operationId, lines),
  );
  return () => {
    endChanged();
    endLines();
  };
}
