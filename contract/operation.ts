import { z } from 'zod';
import { checkResultSchema } from './check';
import { snapshotSchema } from './history';
import { planSchema } from './plan';
import { problemSchema } from './problem';

/** How an operation stands. `interrupted`: this program ended while it ran. */
export const operationStatusSchema = z.enum([
  'running',
  'done',
  'failed',
  'cancelled',
  'interrupted',
  'restartNeeded',
  'stopped',
  'undone',
]);
export type OperationStatus = z.infer<typeof operationStatusSchema>;

export const stepStatusSchema = z.enum([
  'waiting',
  'running',
  'done',
  'alreadyDone',
  'failed',
  'cancelled',
  'interrupted',
  'undone',
]);
export type StepStatus = z.infer<typeof stepStatusSchema>;

const stamp = { seq: z.number().int().nonnegative(), at: z.string() };

/** Proof of which process a tool is: a bare process id may long belong to another program. */
export const toolIdentitySchema = z.object({
  pid: z.number().int().nullable(),
  startedAt: z.string().nullable(),
  /** Local endpoint that the step host holds open while it lives; null for a plain child. */
  endpoint: z.string().nullable(),
  /** Folder with the step host's output and exit-code files. */
  folder: z.string().nullable(),
});
export type ToolIdentity = z.infer<typeof toolIdentitySchema>;

/** One line of the journal. What is written here was flushed to the disk before work went on. */
export const journalRecordSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opened'),
    ...stamp,
    operationId: z.string(),
    plan: planSchema,
    answers: z.record(z.string(), z.unknown()),
    user: z.string(),
    bootId: z.string(),
  }),
  z.object({
    kind: z.literal('stepStarted'),
    ...stamp,
    stepId: z.string(),
    attempt: z.number().int(),
  }),
  z.object({
    kind: z.literal('toolStarted'),
    ...stamp,
    stepId: z.string(),
    identity: toolIdentitySchema,
  }),
  z.object({
    kind: z.literal('toolEnded'),
    ...stamp,
    stepId: z.string(),
    code: z.number().nullable(),
    how: z.string(),
  }),
  z.object({
    kind: z.literal('temporaryPlaced'),
    ...stamp,
    path: z.string(),
    original: z.string().nullable(),
  }),
  z.object({ kind: z.literal('temporaryRemoved'), ...stamp, path: z.string() }),
  z.object({ kind: z.literal('adopted'), ...stamp, stepId: z.string(), how: z.string() }),
  z.object({
    kind: z.literal('stepEnded'),
    ...stamp,
    stepId: z.string(),
    status: z.enum(['done', 'alreadyDone', 'failed', 'cancelled']),
    seconds: z.number(),
    checks: z.array(checkResultSchema),
    facts: z.record(z.string(), z.string()),
    problem: problemSchema.nullable(),
    /** The boot of Windows that has to end before the step counts; null when none has to. */
    restartOf: z.string().nullable(),
  }),
  z.object({ kind: z.literal('cancelAsked'), ...stamp }),
  /** A finished step whose result is needed again and was not there any more. */
  z.object({ kind: z.literal('stepReopened'), ...stamp, stepId: z.string() }),
  /** The entry that lets this program go on after Windows was restarted. */
  z.object({
    kind: z.literal('continuation'),
    ...stamp,
    registered: z.boolean(),
    where: z.string(),
  }),
  z.object({ kind: z.literal('resumed'), ...stamp, bootId: z.string() }),
  /** What the step makes was not there before: undoing may remove it. */
  z.object({ kind: z.literal('willMake'), ...stamp, stepId: z.string() }),
  /** From here on the operation is taken back; it never goes forward again. */
  z.object({ kind: z.literal('undoBegun'), ...stamp, bootId: z.string() }),
  z.object({ kind: z.literal('undoStarted'), ...stamp, stepId: z.string() }),
  z.object({
    kind: z.literal('undoEnded'),
    ...stamp,
    stepId: z.string(),
    checks: z.array(checkResultSchema),
    problem: problemSchema.nullable(),
  }),
  /** What the server showed when the operation began, and when it had ended well. */
  z.object({
    kind: z.literal('serverSeen'),
    ...stamp,
    when: z.enum(['begin', 'end']),
    facts: snapshotSchema,
  }),
  z.object({
    kind: z.literal('closed'),
    ...stamp,
    status: z.enum(['done', 'failed', 'cancelled', 'restartNeeded', 'stopped', 'undone']),
  }),
]);
export type JournalRecord = z.infer<typeof journalRecordSchema>;
type WithoutStamp<T> = T extends unknown ? Omit<T, 'seq' | 'at'> : never;
export type JournalEntry = WithoutStamp<JournalRecord>;

export const stepStateSchema = z.object({
  id: z.string(),
  status: stepStatusSchema,
  attempts: z.number().int(),
  startedAt: z.string().nullable(),
  seconds: z.number().nullable(),
  /** Last milestone that the tool's log told, in words; null when it told none. */
  milestone: z.string().nullable(),
  /** 0 to 1 from the tool's milestones, null when the tool tells nothing. */
  fraction: z.number().nullable(),
  checks: z.array(checkResultSchema),
  facts: z.record(z.string(), z.string()),
  problem: problemSchema.nullable(),
  /** The boot of Windows that has to end before the step counts; null when none has to. */
  restartOf: z.string().nullable(),
  /** This operation made what the step's undoing would remove. */
  hasMade: z.boolean(),
});
export type StepState = z.infer<typeof stepStateSchema>;

/** Everything a window needs to draw an operation, at any moment, after any reload. */
export const operationStateSchema = z.object({
  id: z.string(),
  plan: planSchema,
  status: operationStatusSchema,
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  steps: z.array(stepStateSchema),
  cancelAsked: z.boolean(),
  /** It is being, or was in part, taken back: it can only be undone further or stopped. */
  isUndoing: z.boolean(),
  problem: problemSchema.nullable(),
  /** Temporary files and folders that are still there and could not be removed yet. */
  leftBehind: z.array(z.string()),
  /** Estimated seconds until the end, from usual and seen durations; null when not running. */
  secondsLeft: z.number().nullable(),
});
export type OperationState = z.infer<typeof operationStateSchema>;

export const logLineSchema = z.object({
  seq: z.number().int().nonnegative(),
  stepId: z.string(),
  source: z.enum(['output', 'error', 'log', 'engine']),
  text: z.string(),
});
export type LogLine = z.infer<typeof logLineSchema>;

export const operationSummarySchema = z.object({
  id: z.string(),
  runbook: z.string(),
  title: z.string(),
  status: operationStatusSchema,
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  stepsDone: z.number().int(),
  stepsTotal: z.number().int(),
});
export type OperationSummary = z.infer<typeof operationSummarySchema>;
