import type { World } from '../../../practice/world/schema';

export type Part = 'dependencies' | 'processServer' | 'masterTarget' | 'agent' | 'registration';

/** Conditions that did not pass, with their verdicts. */
export type Findings = Readonly<Record<string, 'blocks' | 'warns'>>;

export interface Stop {
  kind: 'stops';
  procedure: string;
  step: string;
  what: string;
  /** Words that have to be in meaning or next. */
  says?: RegExp;
  /** Exit code of set-up. */
  code?: string;
  /** Facts of the step: what failed inside, and where. */
  facts?: Readonly<Record<string, string>>;
  /** What is installed then. */
  there: readonly Part[];
  /** A package that was prepared or kept can be undone. */
  undo?: true;
  /** Takes the cause away; without it the scenario's own fault is used up by then. */
  mend?: 'restart' | ((world: World) => void);
  /** The right passphrase, where the sample one is not. */
  passphrase?: string;
  /** How the retry ends; `done` when left out. */
  retried?: 'failed';
}

export type Outcome =
  | { kind: 'blocked'; procedure: string; findings: Findings }
  | { kind: 'done'; procedure?: string; findings?: Findings; restarts?: number }
  | Stop;

export const done: Outcome = { kind: 'done' };
export const blocked = (findings: Findings, procedure = 'set-up'): Outcome => ({
  kind: 'blocked',
  procedure,
  findings,
});

export const allParts: readonly Part[] = [
  'dependencies',
  'processServer',
  'masterTarget',
  'agent',
  'registration',
];

export const installStop = (
  there: number,
  code: string,
  what: string,
  facts: Readonly<Record<string, string>> = {},
  more: Partial<Stop> = {},
): Stop => ({
  kind: 'stops',
  procedure: 'set-up',
  step: 'install',
  code,
  what,
  facts,
  there: allParts.slice(0, there),
  ...more,
});

export const prepareStop = (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
  kind: 'stops',
  procedure: 'prepare',
  step,
  what,
  there: [],
  undo: true,
  ...more,
});

export const downloadStop = (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
  ...prepareStop(step, what, { retried: 'failed', ...more }),
  procedure: 'download',
});

/** The server is whole, and what the procedure did so far can be taken back. */
export const servicesStop = (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
  kind: 'stops',
  procedure: 'services',
  step,
  what,
  there: allParts,
  undo: true,
  mend: (world) => {
    world.serviceHabits = {};
    for (const service of world.services) service.settledAt = null;
  },
  ...more,
});

/** The server is whole, and the procedure stops at this step. */
export const stopOf =
  (procedure: string) =>
  (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
    kind: 'stops',
    procedure,
    step,
    what,
    there: allParts,
    ...more,
  });
export const proxyStop = stopOf('proxy');
export const registerStop = stopOf('register');

export const upgradeStop = (step: string, what: string, more: Partial<Stop> = {}): Stop => ({
  ...servicesStop(step, what, more),
  procedure: 'upgrade',
});
export const certificatesStop = (what: string, more: Partial<Stop> = {}): Stop =>
  stopOf('certificates')('renew', what, more);
export const decommissionStop = (
  step: string,
  what: string,
  retried: 'done' | 'failed',
  more: Partial<Stop> = {},
): Stop => ({
  kind: 'stops',
  procedure: 'decommission',
  step,
  what,
  there: allParts,
  ...(retried === 'failed' ? { retried } : {}),
  ...more,
});
export const notShown = "Couldn't prove that the step worked.";
