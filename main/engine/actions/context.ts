import type { Snapshot } from '../../../contract/history';
import type { JournalEntry, LogLine, ToolIdentity } from '../../../contract/operation';
import type { PlanStep, StepAction } from '../../../contract/plan';
import type { Problem } from '../../../contract/problem';
import type { Secrets } from '../../../contract/secret';
import type { CheckContext } from '../checks/context';

/** What an action may use while it works on a step. */
export interface ActionContext extends CheckContext {
  operationId: string;
  operationTitle: string;
  /** What was worth comparing later when the operation began; null when nothing was kept of it. */
  seenBefore(): Snapshot | null;
  step: PlanStep;
  startedAt: Date;
  secrets: Secrets;
  signal: AbortSignal;
  survives: { folder: string; endpoint: string };
  write(entry: JournalEntry): void;
  /** The temporary file that this operation already placed there; null when it did not. */
  placedAt(path: string): { original: string | null } | null;
  line(source: LogLine['source'], text: string): void;
  /** Takes away or puts back what this operation placed there; returns what could not be. */
  putBack(paths: readonly string[]): Promise<string[]>;
  /** `fraction`: 0 to 1; null where nobody can tell how far it is. */
  milestone(milestone: string, fraction: number | null): void;
  toolStarted(identity: ToolIdentity): void;
}

/** How an action ended, before the step's checks are looked at. */
export type ActionOutcome =
  | { kind: 'done'; facts: Record<string, string>; restart: boolean }
  | { kind: 'failed'; problem: Problem; facts: Record<string, string> }
  | { kind: 'cancelled' };

export type Perform<K extends StepAction['kind']> = (
  action: Extract<StepAction, { kind: K }>,
  context: ActionContext,
) => Promise<ActionOutcome>;

export const done = (facts: Record<string, string> = {}): ActionOutcome => ({
  kind: 'done',
  facts,
  restart: false,
});
