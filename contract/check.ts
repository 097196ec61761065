import { z } from 'zod';

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
  }),
  z.object({
    kind: z.literal('scriptSays'),
    ...base,
    script: z.string(),
    input: z.record(z.string(), z.string()),
    expected: z.record(z.string(), z.string()),
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
