import { z } from 'zod';

const base64 = z.base64().transform(decodeBase64);
const driveSchema = z.object({ type: z.string(), fs: z.string(), freeGb: z.number().int() });

/** Named file contents that `env.files` of a command line points to. */
export const contentsSchema = z.record(z.string(), base64);
export type Contents = z.infer<typeof contentsSchema>;

const setupExpectSchema = z.looseObject({
  exit: z.number().int(),
  accepted: z.boolean(),
  parserError: z.string().optional(),
  message: z.string().optional(),
  message2: z.string().optional(),
  params: z.record(z.string(), z.string()),
  effective: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
  subcommands: z.array(z.string()).optional(),
});

const setupSchema = z.object({
  id: z.string(),
  group: z.string(),
  /** A whole Windows command line. */
  raw: z.string(),
  env: z.object({
    state: z.enum([
      'none',
      'older',
      'same',
      'higher',
      'tooold',
      'nomt-same',
      'nomt-older',
      'gallery-older',
    ]),
    psExists: z.boolean(),
    drives: z.record(z.string(), driveSchema),
    files: z.record(z.string(), z.string()),
    passphraseOk: z.boolean(),
    vmwareTools: z.boolean(),
    cwd: z.string(),
  }),
  expect: setupExpectSchema,
});

const proxyValuesSchema = z.object({
  auth: z.string(),
  address: z.string(),
  port: z.string(),
  user: z.string(),
  password: z.string(),
});

const proxySchema = z.object({
  id: z.string(),
  group: z.string(),
  /** Null: there is no such file. */
  base64: base64.nullable(),
  expect: z.looseObject({
    valid: z.boolean(),
    message: z.string(),
    reason: z.string().optional(),
    read: proxyValuesSchema,
    used: proxyValuesSchema
      .omit({ auth: true })
      .extend({ user: z.string().nullable(), password: z.string().nullable() })
      .optional(),
  }),
});

const passphraseSchema = z.object({
  id: z.string(),
  group: z.string(),
  /** Null: there is no such file, or it is a folder. */
  base64: base64.nullable(),
  expect: z.looseObject({
    hex: z.string(),
    length: z.number().int(),
    value: z.string().optional(),
  }),
});

const optionsSchema = z.object({
  id: z.string(),
  tool: z.enum(['cdpcli', 'cspsconfigtool', 'csgetfingerprint', 'genpassphrase']),
  argv: z.array(z.string()),
  expect: z.looseObject({
    exit: z.number().int().optional(),
    parserAccepted: z.boolean().optional(),
  }),
});

/** The schema of each kind of record. */
export const recordSchemas = {
  'unifiedsetup-args': setupSchema,
  'proxy-files': proxySchema,
  'passphrase-files': passphraseSchema,
  options: optionsSchema,
} as const;

/** The kinds of record there are; each has a file of that name. */
export type RecordKind = keyof typeof recordSchemas;
export const recordKinds: readonly RecordKind[] = [
  'unifiedsetup-args',
  'proxy-files',
  'passphrase-files',
  'options',
];

export type SetupRecord = z.infer<typeof setupSchema>;
export type ProxyRecord = z.infer<typeof proxySchema>;
export type PassphraseRecord = z.infer<typeof passphraseSchema>;
export type OptionsRecord = z.infer<typeof optionsSchema>;

function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
