import { z } from 'zod';
import { listProgramSchema, wantedRowSchema } from './list-program';

const base = { label: z.string(), withinSeconds: z.number().nonnegative().default(0) };

/**
 * The vocabulary of proofs. Every kind is evaluated by looking at the server through the host
 * ports; a new procedure is written with these words, not with code of its own.
 * `withinSeconds`: how long the server may take until the proof holds.
 */
export const checkSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('serviceIs'),
    ...base,
    service: z.string(),
    state: z.enum(['running', 'stopped', 'any']),
    startTypes: z.array(z.enum(['automatic', 'delayed', 'manual', 'disabled'])).default([]),
  }),
  z.object({
    kind: z.literal('httpsAnswers'),
    ...base,
    host: z.string(),
    port: z.number().int(),
    status: z.number().int(),
  }),
  z.object({
    kind: z.literal('registryValue'),
    ...base,
    view: z.enum(['32', '64']),
    key: z.string(),
    name: z.string(),
    expected: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('productInstalled'),
    ...base,
    displayName: z.string(),
    version: z.string().nullable(),
  }),
  z.object({ kind: z.literal('productAbsent'), ...base, displayName: z.string() }),
  z.object({ kind: z.literal('fileExists'), ...base, path: z.string() }),
  z.object({ kind: z.literal('fileAbsent'), ...base, path: z.string() }),
  z.object({ kind: z.literal('fileHash'), ...base, path: z.string(), sameAs: z.string() }),
  z.object({ kind: z.literal('folderProtected'), ...base, path: z.string() }),
  /** Nobody but the system and administrators gets in; the access may be inherited. */
  z.object({ kind: z.literal('folderClosed'), ...base, path: z.string() }),
  /** The record of a verification speaks of exactly these bytes. */
  z.object({ kind: z.literal('verifiedCopy'), ...base, path: z.string(), recordPath: z.string() }),
  /** Every file is there as it was when the folder was recorded. */
  z.object({
    kind: z.literal('folderAsRecorded'),
    ...base,
    path: z.string(),
    recordPath: z.string(),
  }),
  z.object({
    kind: z.literal('settingIs'),
    ...base,
    path: z.string(),
    reader: z.string(),
    setting: z.string(),
    expected: z.string(),
  }),
  z.object({
    kind: z.literal('logSays'),
    ...base,
    path: z.string(),
    text: z.string(),
    expected: z.boolean(),
  }),
  z.object({
    kind: z.literal('certificateValid'),
    ...base,
    thumbprintFrom: z.object({ view: z.enum(['32', '64']), key: z.string(), name: z.string() }),
    /** It has to be valid for longer than the one that ends then. */
    validAfter: z.string().optional(),
  }),
  /**
   * What a port shows over TLS is another certificate than `otherThan`, is valid for longer than
   * until `validAfter`, and is the one whose SHA-1 the fingerprint file holds. What is null is not
   * looked at.
   */
  z.object({
    kind: z.literal('portCertificate'),
    ...base,
    host: z.string(),
    port: z.number().int(),
    otherThan: z.string().nullable(),
    validAfter: z.string().nullable(),
    fingerprintFile: z.string(),
  }),
  z.object({
    kind: z.literal('scriptSays'),
    ...base,
    script: z.string(),
    input: z.record(z.string(), z.string()),
    expected: z.record(z.string(), z.string()),
  }),
  /**
   * All of these entries, or none of them, are in a list that a shipped script tells, in whatever
   * case. When its field `hiddenBy` is true it can not be told.
   */
  z.object({
    kind: z.literal('scriptLists'),
    ...base,
    script: z.string(),
    input: z.record(z.string(), z.string()),
    list: z.string(),
    entries: z.array(z.string()),
    present: z.boolean(),
    hiddenBy: z.string(),
  }),
  /** The program lists no such row; it is left without an answer. */
  z.object({
    kind: z.literal('rowAbsent'),
    ...base,
    program: listProgramSchema,
    row: wantedRowSchema,
  }),
  z.object({ kind: z.literal('processAbsent'), ...base, names: z.array(z.string()) }),
  /** All that a backup kept of a key is in the registry; with `exact` nothing else is. */
  z.object({
    kind: z.literal('registryAsKept'),
    ...base,
    view: z.enum(['32', '64']),
    key: z.string(),
    /** The kept export; null when the key was absent, and has to be. */
    keptAs: z.string().nullable(),
    exact: z.boolean(),
  }),
]);
export type Check = z.infer<typeof checkSchema>;
export type CheckKind = Check['kind'];
export type CheckOf<K extends CheckKind> = Extract<Check, { kind: K }>;

/** What a check saw. `couldNotTell` is never shown, nor counted, as passed. */
export const checkResultSchema = z.object({
  label: z.string(),
  verdict: z.enum(['passed', 'failed', 'couldNotTell']),
  found: z.string(),
  needed: z.string(),
  evidence: z.string(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;
