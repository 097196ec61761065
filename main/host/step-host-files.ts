import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { renameOverSync } from './rename-over';

/** How the step host reaches the server: the real one, or a practice world in a folder. */
export const stepHostServerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('real') }),
  z.object({
    kind: z.literal('practice'),
    world: z.string(),
    executables: z.boolean(),
    programPid: z.number().int(),
  }),
]);
export type StepHostServer = z.infer<typeof stepHostServerSchema>;

export const stepHostOrderSchema = z.object({
  server: stepHostServerSchema,
  endpoint: z.string(),
  file: z.string(),
  args: z.array(z.string()),
  cwd: z.string(),
  env: z.record(z.string(), z.string()),
  encoding: z.enum(['utf8', 'utf16le', 'oem', 'bytes']),
  timeoutSeconds: z.number().positive(),
  window: z.array(z.object({ label: z.string(), value: z.string().nullable() })).optional(),
});
export type StepHostOrder = z.infer<typeof stepHostOrderSchema>;

export const stepHostStartSchema = z.object({
  hostPid: z.number().int(),
  toolPid: z.number().int().nullable(),
  startedAt: z.string().nullable(),
});

export const processEndSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exited'), code: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('killed'), signal: z.string() }),
  z.object({ kind: z.literal('timedOut'), seconds: z.number() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('notStarted'), code: z.string(), message: z.string() }),
  z.object({ kind: z.literal('lost') }),
]);

export const outputChunkSchema = z.object({
  stream: z.enum(['output', 'error']),
  text: z.string(),
});

export const stepHostFile = {
  order: (folder: string) => join(folder, 'order.json'),
  start: (folder: string) => join(folder, 'start.json'),
  output: (folder: string) => join(folder, 'output.jsonl'),
  end: (folder: string) => join(folder, 'end.json'),
};

/** Writes a small JSON file so that after any crash it is there whole or not at all. */
export function writeWhole(path: string, value: unknown): void {
  const neighbour = `${path}.new`;
  const file = openSync(neighbour, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(value));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameOverSync(neighbour, path);
}

/** Reads and parses a small JSON file; null when it is not there yet. */
export function readWhole<T>(path: string, schema: z.ZodType<T>): T | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return schema.parse(JSON.parse(text));
}
