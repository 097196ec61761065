import { z } from 'zod';
import { jsonOf } from '../../../contract/json';
import type { Server } from '../../host/server';

/** What is known of an unfinished download: enough to go on with it, and with nothing else. */
const partSchema = z.object({
  /** The address that was asked for, before any redirect. */
  from: z.string(),
  /** Where the file really came from, without a query. */
  at: z.string(),
  /** What the server calls this very content; empty when it has no name for it. */
  validator: z.string(),
  /** Bytes the whole file has; null when the server did not say. */
  total: z.number().nullable(),
});
export type Part = z.infer<typeof partSchema>;

/** The unfinished file and what is known of it, beside where the whole one will be. */
export const partPlaces = (path: string) => ({ part: `${path}.part`, state: `${path}.part.json` });
type Places = ReturnType<typeof partPlaces>;

/** What an earlier try left of the same address; null when there is nothing to go on with. */
export async function readPart(
  server: Server,
  { part, state }: Places,
  address: string,
): Promise<Part | null> {
  if ((await server.files.stat(part)) === null) return null;
  const known = partSchema.safeParse(jsonOf((await server.readText(state)) ?? ''));
  // Without a name for the content nobody can tell whether the rest belongs to the same file.
  const canGoOn = known.success && known.data.from === address && known.data.validator !== '';
  return canGoOn ? known.data : null;
}

export async function writePart(server: Server, { state }: Places, part: Part): Promise<void> {
  await server.files.write(state, new TextEncoder().encode(JSON.stringify(part)));
}
