import { createHash } from 'node:crypto';
import { z } from 'zod';

const standInSchema = z.object({
  kind: z.enum(['selfExtractor', 'program']),
  name: z.string(),
  version: z.string(),
  signature: z.enum(['valid', 'unsigned', 'untrusted']),
});
/** What a program file of the practice server says about itself. */
export type StandIn = z.infer<typeof standInSchema>;

const marker = 'MZ\r\nPractice stand-in, not a program of Microsoft.\r\n';

/** The content of a small file that stands for a program of the vendor. */
export function makeStandIn(standIn: StandIn, payloadBytes = 256): Uint8Array {
  const body = `${JSON.stringify(standInSchema.parse(standIn))}\n${filler(standIn.name, payloadBytes)}`;
  return Buffer.from(`${marker}${digest(body)}\n${body}`, 'latin1');
}

/** Reads such a file; null when it is none. `intact` is false once any byte was changed. */
export function readStandIn(content: Uint8Array): (StandIn & { intact: boolean }) | null {
  const text = Buffer.from(content).toString('latin1');
  if (!text.startsWith(marker)) return null;
  const sumEnd = text.indexOf('\n', marker.length);
  const body = text.slice(sumEnd + 1);
  try {
    const standIn = standInSchema.parse(JSON.parse(body.slice(0, body.indexOf('\n'))));
    return { ...standIn, intact: text.slice(marker.length, sumEnd) === digest(body) };
  } catch {
    return null;
  }
}

function digest(body: string): string {
  return createHash('sha256').update(body, 'latin1').digest('hex');
}

function filler(seed: string, length: number): string {
  const block = createHash('sha512').update(seed).digest('hex');
  return block.repeat(Math.ceil(length / block.length)).slice(0, length);
}
