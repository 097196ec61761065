import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { NotHere } from './harness';

/** What was made or started outside Wine for the cases, or why it was not. */
const part = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('here', [
    z.object({ here: z.literal(true), value }),
    z.object({ here: z.literal(false), reason: z.string() }),
  ]);

/**
 * Reads one part of bed.json.
 * @throws {NotHere} with the reason, where this machine could not have the part
 */
export function preparedPart<T>(bedFile: string, name: string, schema: z.ZodType<T>): T {
  const all = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(bedFile, 'utf8')));
  const found = part(schema).parse(all[name]);
  if (!found.here) throw new NotHere(found.reason);
  return found.value;
}
