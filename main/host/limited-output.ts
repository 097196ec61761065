import { toolOutputText } from '../../contract/text/tool-output';
import type { OutputChunk } from './ports';

const MEGA = 1024 * 1024;

/** How many characters of a tool's output are kept, from its beginning and from its end. */
export interface OutputLimit {
  first: number;
  last: number;
}

/** Far more than any tool of Windows or of set-up prints; what floods the disk or memory is not. */
export const OUTPUT_LIMIT: OutputLimit = { first: 4 * MEGA, last: 4 * MEGA };

/** Small pieces are joined up to this, so that each does not cost more than what it holds. */
const PIECE = 64 * 1024;
/** What a piece costs besides its text, kept in memory or as a line of JSON. */
const OVERHEAD = 32;

const costOf = ({ text }: OutputChunk) => text.length + OVERHEAD;

/** The last pieces of an output, and how much was let go before them. */
class LastPieces {
  #pieces: OutputChunk[] = [];
  #cost = 0;
  #leftOut = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: OutputChunk): void {
    const last = this.#pieces.at(-1);
    if (last?.stream === chunk.stream && last.text.length + chunk.text.length <= PIECE) {
      last.text += chunk.text;
      this.#cost += chunk.text.length;
    } else {
      this.#pieces.push({ ...chunk });
      this.#cost += costOf(chunk);
    }
    while (this.#cost > this.#limit && this.#pieces.length > 1) this.#letGo();
  }

  #letGo(): void {
    const gone = this.#pieces.shift();
    if (!gone) return;
    this.#cost -= costOf(gone);
    this.#leftOut += gone.text.length;
  }

  *all(): Generator<OutputChunk> {
    if (this.#leftOut > 0) {
      yield { stream: 'output', text: `\n${toolOutputText.leftOut(this.#leftOut)}\n` };
    }
    yield* this.#pieces;
  }
}

/**
 * The output of a tool with a bound on how much there can be of it: the beginning comes as it is
 * printed, the end when the tool has ended, and between them a line that says how much is left out.
 * An output within the limit comes whole.
 */
export async function* limitOutput(
  output: AsyncIterable<OutputChunk>,
  limit: OutputLimit = OUTPUT_LIMIT,
): AsyncGenerator<OutputChunk> {
  const last = new LastPieces(limit.last);
  let cost = 0;
  for await (const chunk of output) {
    cost += costOf(chunk);
    if (cost <= limit.first) yield chunk;
    else last.push(chunk);
  }
  yield* last.all();
}
