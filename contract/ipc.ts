import { z } from 'zod';
import type { EventName, RequestName } from './channels';
import { explanationSchema, LONGEST_EXPLAINED } from './explanation';
import { loadSampleSchema, serverFactsSchema } from './facts';
import { operationHistorySchema } from './history';
import { logLineSchema, operationStateSchema, operationSummarySchema } from './operation';
import { approvalSchema } from './plan';
import { problemSchema } from './problem';
import { referenceSchema } from './reference';
import { remainsSchema } from './remains';
import {
  answersSchema,
  procedureSchema,
  proposalSchema,
  startedSchema,
  testResultSchema,
} from './runbook';

const nothing = z.undefined().or(z.null());
const operationRef = z.object({ operationId: z.string() });

export const practiceStateSchema = z.object({
  scenario: z.string(),
  scenarioTitle: z.string(),
  timeFactor: z.number().nullable(),
  scenarios: z.array(z.object({ name: z.string(), title: z.string() })),
});
export type PracticeState = z.infer<typeof practiceStateSchema>;

export const appStateSchema = z.object({
  product: z.string(),
  version: z.string(),
  runtime: z.string(),
  /** null on a real server. */
  practice: practiceStateSchema.nullable(),
  isAdministrator: z.boolean(),
  /** Set when the folder for journal and lock can not be trusted; nothing can be changed then. */
  stateProblem: problemSchema.nullable(),
});
export type AppState = z.infer<typeof appStateSchema>;

export const linesSchema = z.object({ operationId: z.string(), lines: z.array(logLineSchema) });

/** Documentation is opened by key; main alone knows the addresses. */
export const documentationKeySchema = z.enum([
  'addProcessServer',
  'supportNotice',
  'passphrase',
  'ports',
  'troubleshoot',
]);

/** Every request with the shape of what is sent and of what is answered. */
export const requestSchemas = {
  'app.state': { input: nothing, output: appStateSchema },
  'app.restartAsAdministrator': { input: nothing, output: z.boolean() },
  'app.openDocumentation': {
    input: z.object({ key: documentationKeySchema }),
    output: z.boolean(),
  },
  'server.detect': { input: nothing, output: serverFactsSchema },
  /** Load of the last 15 minutes, newest last; looks once more when the newest is old. */
  'server.load': { input: nothing, output: z.array(loadSampleSchema) },
  'setupFiles.choose': { input: nothing, output: z.string().nullable() },
  'procedure.describe': {
    input: z.object({ name: z.string(), answers: answersSchema }),
    output: procedureSchema,
  },
  /** Tries an answer; nothing on the server is changed by it. */
  'procedure.test': {
    input: z.object({ name: z.string(), question: z.string(), answers: answersSchema }),
    output: testResultSchema,
  },
  /** Main asks where to; the path of what was written, null when the admin changed their mind. */
  'answers.save': {
    input: z.object({ name: z.string(), answers: answersSchema }),
    output: z.string().nullable(),
  },
  'plan.export': { input: z.object({ hash: z.string() }), output: z.string().nullable() },
  'reference.read': { input: nothing, output: referenceSchema },
  'commandLine.explain': {
    input: z.object({ text: z.string().max(LONGEST_EXPLAINED) }),
    output: explanationSchema,
  },
  'procedure.propose': {
    /** `fresh`: look at the server now instead of using what was seen seconds ago. */
    input: z.object({ name: z.string(), answers: answersSchema, fresh: z.boolean().optional() }),
    output: proposalSchema,
  },
  'procedure.apply': {
    input: z.object({ name: z.string(), answers: answersSchema, approval: approvalSchema }),
    output: startedSchema,
  },
  /** The very bytes of shipped scripts, as text, in the order asked for. */
  'scripts.read': {
    input: z.object({ names: z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/)).max(20) }),
    output: z.array(z.object({ name: z.string(), text: z.string() })),
  },
  'secret.enter': { input: z.object({ name: z.string(), value: z.string() }), output: z.boolean() },
  'operation.current': { input: nothing, output: operationStateSchema.nullable() },
  'operation.subscribe': {
    input: z.object({ operationId: z.string(), fromSeq: z.number().int().nonnegative() }),
    output: z.object({ state: operationStateSchema, lines: z.array(logLineSchema) }),
  },
  'operation.cancel': { input: operationRef, output: z.boolean() },
  'operation.retry': { input: operationRef, output: startedSchema },
  'operation.resume': { input: operationRef, output: startedSchema },
  'operation.stop': { input: operationRef, output: z.boolean() },
  'operation.undo': { input: operationRef, output: startedSchema },
  'operation.remains': { input: operationRef, output: remainsSchema },
  'operation.history': { input: operationRef, output: operationHistorySchema },
  'operation.report': { input: operationRef, output: z.string() },
  'operation.list': { input: nothing, output: z.array(operationSummarySchema) },
  'practice.state': { input: nothing, output: practiceStateSchema.nullable() },
  'practice.reset': {
    input: z.object({ scenario: z.string(), timeFactor: z.number().positive().nullable() }),
    output: z.boolean(),
  },
  'practice.restart': { input: nothing, output: z.boolean() },
} satisfies Record<RequestName, { input: z.ZodType; output: z.ZodType }>;

export type RequestInput<N extends RequestName> = z.input<(typeof requestSchemas)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.output<(typeof requestSchemas)[N]['output']>;

export const eventSchemas = {
  'operation.changed': operationStateSchema,
  'operation.lines': linesSchema,
  'server.changed': z.null(),
} satisfies Record<EventName, z.ZodType>;
export type EventPayload<N extends EventName> = z.output<(typeof eventSchemas)[N]>;

/** Every answer travels in this envelope, so that an error keeps its shape. */
export type Envelope =
  | { ok: true; value: unknown }
  | { ok: false; problem: z.infer<typeof problemSchema> };
export const envelopeSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: problemSchema }),
]);
